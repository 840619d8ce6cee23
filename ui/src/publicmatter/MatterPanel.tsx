import { NotificationOutlined, PlusOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIntakeForm } from '../desk/intakeContext';
import { useCommunityPath, useMay } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { MatterCard } from './MatterCard';
import { MatterDialog } from './MatterDialog';
import { beginningOf, callerOf, roomTyped } from './model';
import './publicmatter.css';
import { useOpenMatters } from './useMatters';

/** 公共事项 beside the form: what many call about, what each is told, and one tap for each call. */
export function MatterPanel() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const mayTake = useMay('take_contact');
  const { value: intake } = useIntakeForm().draft;
  const matters = useOpenMatters();
  const [opening, setOpening] = useState(false);
  const room = roomTyped(intake);
  const goesOn = (matters.data?.items.length ?? 0) > 0;
  return (
    <section className="zs-panel zs-matters" aria-labelledby="zs-matters">
      <div className="zs-desk-head">
        <h2 id="zs-matters" className="zs-desk-h2">
          <NotificationOutlined aria-hidden /> {t('publicmatter.title')}
        </h2>
        <Link to={path('publicmatter')}>{t('publicmatter.all')}</Link>
        {mayTake ? (
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            aria-label={t('publicmatter.new')}
            onClick={() => {
              setOpening(true);
            }}
          >
            {t('publicmatter.newShort')}
          </Button>
        ) : null}
      </div>
      {goesOn && mayTake ? (
        <p className="zs-matters-caller">
          <UserOutlined aria-hidden />{' '}
          {t('publicmatter.caller', { who: callerOf(intake) || t('publicmatter.stranger') })}
        </p>
      ) : null}
      <Loaded query={matters}>
        {(page) =>
          page.items.length === 0 ? (
            <p className="zs-muted zs-matters-none">{t('publicmatter.none')}</p>
          ) : (
            <ul className="zs-matter-cards">
              {page.items.map((matter) => (
                <MatterCard key={matter.id} matter={matter} room={room} mayTake={mayTake} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {opening ? (
        <MatterDialog
          beginning={beginningOf(intake)}
          room={room}
          onClose={() => {
            setOpening(false);
          }}
        />
      ) : null}
    </section>
  );
}
