import { IdcardOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListed } from '../shared/listed';
import { useCommunity, useMay } from '../shared/community';
import { usePin, type PinPerson } from '../shared/pin';
import { answersTo, type Relief, type ReliefAct, type Role } from './model';
import { useStaff } from './useBoard';
import { useReliefActs } from './usePostActs';

/** Who may grant leave; which of them a regulation names, the server knows. */
const APPROVERS: readonly Role[] = ['service_supervisor', 'shift_leader', 'manager', 'director'];

/** The answers to a relief that colleagues give at this screen, by tile and PIN. */
export function ReliefByPin({ relief }: { relief: Relief }) {
  const { t } = useTranslation();
  const community = useCommunity();
  const mayHold = useMay('hold_post');
  const staff = useStaff();
  const askPin = usePin();
  const listed = useListed();
  const acts = useReliefActs(relief.relief_id);
  const offered = new Map<ReliefAct, PinPerson[]>();
  for (const person of staff) {
    if (person.id === community.personId) continue;
    const mayApprove = person.roles.some((role) => APPROVERS.includes(role));
    const note = listed(person.roles.map((role) => t(`coverage.role.${role}`)));
    for (const act of answersTo(relief, person.id, mayApprove)) {
      offered.set(act, [...(offered.get(act) ?? []), { id: person.id, name: person.name, note }]);
    }
  }
  if (!mayHold || offered.size === 0) return null;
  const sign = (act: ReliefAct) =>
    askPin({
      persons: offered.get(act) ?? [],
      title: t(`coverage.act.${act}`),
      confirm: t('coverage.byPinConfirm'),
      submit: (by) => acts.attempt({ act, by }),
    });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [...offered.keys()].map((act) => ({ key: act, label: t(`coverage.act.${act}`) })),
        onClick: ({ key }) => void sign(key as ReliefAct),
      }}
    >
      <Button icon={<IdcardOutlined />}>{t('coverage.reliefByPin')}</Button>
    </Dropdown>
  );
}
