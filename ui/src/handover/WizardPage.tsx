import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostName } from '../shared/postNames';
import { useNavigate, useParams } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import './handover.css';
import { hasPassed, isOpen } from './model';
import { StartPanel } from './StartPanel';
import { useBoard } from '../shared/useBoard';
import { useHandover, useNextHandover } from './useHandover';
import { WizardSteps } from './WizardSteps';

/** 交接班 of one post: begins it, or goes on with the one that is being prepared. */
export default function WizardPage() {
  const { t } = useTranslation();
  const { post = '' } = useParams();
  const next = useNextHandover(post);
  const board = useBoard();
  const name = usePostName()(post, board.data?.posts.find((one) => one.post_id === post)?.name);
  const [working, setWorking] = useState<string | null>(null);
  const open = next.data?.open?.handover.handover_id ?? null;
  if (open !== null && open !== working) setWorking(open);
  const title = name ? `${t('handover.title')} · ${name}` : t('handover.title');
  return (
    <>
      {working !== null && open === null ? <Leave handover={working} /> : null}
      <Loaded query={next}>
        {(data) =>
          data.open ? (
            <WizardSteps key={open} next={data} detail={data.open} title={title} />
          ) : (
            <Page title={title} narrow>
              <StartPanel next={data} />
            </Page>
          )
        }
      </Loaded>
    </>
  );
}

/** When the handover ends, here or on the other device, its record is shown. */
function Leave({ handover }: { handover: string }) {
  const navigate = useNavigate();
  const path = useCommunityPath();
  const ended = useHandover(handover);
  const gone = useRef(false);
  const state = ended.data?.handover;
  useEffect(() => {
    if (gone.current || !state || isOpen(state)) return;
    gone.current = true;
    void navigate(path(`handover/${handover}`), { replace: hasPassed(state) });
  }, [state, handover, navigate, path]);
  return null;
}
