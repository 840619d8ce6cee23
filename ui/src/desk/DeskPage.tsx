import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { DueCases } from '../externalcase/DueCases';
import { MatterPanel } from '../publicmatter/MatterPanel';
import { useMay } from '../shared/community';
import { Page } from '../shared/Page';
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
  const focusAsked = search.has('intake') ? 1 : 0;
  return (
    <Page title={t('desk.title')}>
      <IntakeProvider>
        <div className="zs-desk">
          <div className="zs-desk-main">
            {mayTake ? <IntakeForm focusAsked={focusAsked} /> : null}
            <ContactLog />
          </div>
          <div className="zs-desk-side">
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
