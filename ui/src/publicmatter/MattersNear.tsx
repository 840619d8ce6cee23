import { useIntakeForm } from '../desk/intakeContext';
import { useMay } from '../shared/community';
import { useIsPhone } from '../shared/useIsPhone';
import { MatterCard } from './MatterCard';
import { roomTyped, standsIn } from './model';
import './publicmatter.css';
import { useOpenMatters } from './useMatters';

/**
 * On a phone the panel stands below the form. What concerns the caller's building stands under the
 * caller as well, so that a repeat call needs no scrolling.
 */
export function MattersNear() {
  const isPhone = useIsPhone();
  const mayTake = useMay('take_contact');
  const room = roomTyped(useIntakeForm().draft.value);
  const matters = useOpenMatters(isPhone);
  const near = (matters.data?.items ?? []).filter((matter) => standsIn(matter.buildings, room));
  if (!isPhone || near.length === 0) return null;
  return (
    <ul className="zs-matter-cards zs-matters-near">
      {near.map((matter) => (
        <MatterCard key={matter.id} matter={matter} room={room} mayTake={mayTake} />
      ))}
    </ul>
  );
}
