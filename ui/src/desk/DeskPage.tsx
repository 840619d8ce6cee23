import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DueCases } from '../externalcase/DueCases';
import { MatterPanel } from '../publicmatter/MatterPanel';
import { useMay } from '../shared/community';
import { NoticePanel } from '../notice/NoticePanel';
import { Page } from '../shared/Page';
import { useIsPhone } from '../shared/useIsPhone';
import { ContactLog } from './ContactLog';
import './desk.css';
import { IntakeForm } from './IntakeForm';
import { IntakeProvider } from './IntakeProvider';
import { OpenOrders } from './OpenOrders';
import { PostPanel } from './PostPanel';

/** The desk on one screen: intake, the log, who holds the post, what is open. */
export default function DeskPage() {
  const { t } = useTranslation();
  const mayTake = useMay('take_contact');
  const [search] = useSearchParams();
  const phone = useIsPhone();
  const focusAsked = search.has('intake') ? 1 : 0;
  return (
    <Page title={t('desk.title')}>
      <IntakeProvider>
        <div className="zs-desk">
          <div className="zs-desk-main">
            {phone ? <NoticePanel folded /> : null}
            {mayTake ? <IntakeForm focusAsked={focusAsked} /> : null}
            <ContactLog />
          </div>
          <div className="zs-desk-side">
            {phone ? null : <NoticePanel />}
            <MatterPanel />
            <PostPanel />
            <OpenOrders />
            <DueCases />
          </div>
        </div>
      </IntakeProvider>
    </Page>
  );
}
