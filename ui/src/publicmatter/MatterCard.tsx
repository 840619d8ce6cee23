import { CheckOutlined, HomeOutlined, ToolOutlined } from '@ant-design/icons';
import { App, Button, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIntakeForm } from '../desk/intakeContext';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity, useCommunityPath } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useTime } from '../shared/useTime';
import { joiningOf, standsIn, type Matter } from './model';
import { useRenewMatters } from './useMatters';

/** After a call was added the button rests so long: a double click is one call. */
const REST_MS = 1500;

interface MatterCardProps {
  matter: Matter;
  /** The home in the form, as far as one can tell. */
  room: string;
  mayTake: boolean;
}

/** A matter that goes on: read the answer out, tap once. */
export function MatterCard({ matter, room, mayTake }: MatterCardProps) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const time = useTime();
  const concerns = standsIn(matter.buildings, room);
  return (
    <li className={concerns ? 'zs-matter-card zs-matter-card-concerns' : 'zs-matter-card'}>
      <div className="zs-matter-card-head">
        <Link to={path(`publicmatter/${matter.id}`)}>{matter.title}</Link>
        {concerns ? (
          <Tag color="blue" icon={<HomeOutlined aria-hidden />}>
            {t('publicmatter.concerns')}
          </Tag>
        ) : null}
        <strong>{t('publicmatter.calls', { n: matter.calls, count: matter.calls })}</strong>
      </div>
      <p className="zs-matter-answer">{matter.answer}</p>
      <div className="zs-matter-foot">
        <span>{buildingsOf(matter, t('publicmatter.whole'))}</span>
        <span>{time.format(matter.opened_at, 'short')}</span>
        {matter.work_order ? (
          <Link to={path(`workorder/${matter.work_order.id}`)}>
            <ToolOutlined aria-hidden /> {matter.work_order.number}{' '}
            {t(`workorder.stage.${matter.work_order.stage}`)}
          </Link>
        ) : null}
      </div>
      {mayTake ? <AddCall matter={matter} /> : null}
    </li>
  );
}

function buildingsOf(matter: Matter, whole: string): string {
  return matter.buildings.map((building) => building.name).join('、') || whole;
}

/** The caller in the form becomes a call of the matter; the form is free for the next. */
function AddCall({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const { draft, lookup } = useIntakeForm();
  const renew = useRenewMatters();
  const [rests, rest] = useRest();
  const add = useAct((body: ReturnType<typeof joiningOf>, actId) =>
    ok(
      api.POST('/api/c/{community}/public-matters/{matter}/calls', {
        params: { path: { community, matter: matter.id } },
        headers: actHeaders(actId),
        body,
      }),
    ),
  );
  const press = async () => {
    const joined = await add.run(joiningOf(draft.value));
    if (!joined) return;
    rest();
    const said = { number: joined.contact.number, title: matter.title, calls: joined.calls };
    void message.success(t('publicmatter.addedSaid', said));
    draft.clear();
    lookup.current?.focus();
    await renew();
  };
  return (
    <>
      <Button
        block
        size="large"
        type="primary"
        className="zs-matter-add"
        loading={add.pending}
        disabled={rests}
        icon={rests ? <CheckOutlined aria-hidden /> : undefined}
        aria-label={`${t('publicmatter.addCall')} ${matter.title}`}
        onClick={() => void press()}
      >
        {t(rests ? 'publicmatter.added' : 'publicmatter.addCall')}
      </Button>
      <ProblemAlert problem={add.problem} onClose={add.dismiss} />
    </>
  );
}

function useRest(): [boolean, () => void] {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    if (!rests) return;
    const timer = setTimeout(() => {
      setRests(false);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [rests]);
  return [
    rests,
    () => {
      setRests(true);
    },
  ];
}
