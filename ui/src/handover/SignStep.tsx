import { CheckCircleFilled, EditOutlined, LoginOutlined } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/community';
import { Problem } from '../shared/problem';
import { problemText } from '../shared/problemText';
import { useTime } from '../shared/useTime';
import { differs, stepOfRefusal, type Party } from './model';
import { RefuseButton, ResolveButton } from './EndingDialogs';
import type { StepProps } from './StepFoot';
import { useSigning } from './useSigning';
import { useWizard } from './wizardContext';

/** ⑥ 签字: both sides by PIN; with the second signature the post passes. */
export function SignStep({ goTo }: StepProps) {
  const { t } = useTranslation();
  const { handover, renew } = useWizard();
  const mayResolve = useMay('resolve_handover');
  return (
    <>
      <h2 id="zs-ho-sign" className="zs-ho-h2">
        {t('handover.step.sign')}
      </h2>
      <p className="zs-muted">{t('handover.sign.explain')}</p>
      <Summary />
      <Readiness goTo={goTo} />
      <div className="zs-ho-signatures">
        {handover.same_person ? (
          <SelfCheck />
        ) : (
          <>
            <Signature party="outgoing" />
            <Signature party="incoming" />
          </>
        )}
      </div>
      <div className="zs-ho-endings">
        <RefuseButton handover={handover} onDone={renew} />
        {mayResolve ? <ResolveButton handover={handover} onDone={renew} /> : null}
      </div>
    </>
  );
}

function Summary() {
  const { t } = useTranslation();
  const { handover } = useWizard();
  const bad = handover.checks.filter((line) => line.checked?.in_order === false).length;
  const words = [
    t('handover.sign.summary.counted', {
      n: handover.items.length,
      count: handover.items.length,
      d: handover.items.filter(differs).length,
    }),
    t('handover.sign.summary.checked', {
      n: handover.checks.length,
      count: handover.checks.length,
      d: bad,
    }),
    t('handover.sign.summary.open', { n: handover.open.length, count: handover.open.length }),
    t('handover.sign.summary.anomalies', {
      n: handover.anomalies.length,
      count: handover.anomalies.length,
    }),
  ];
  return (
    <ul className="zs-ho-summary">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

/** The first thing that keeps the handover from being signed, and the way to it. */
function Readiness({ goTo }: { goTo: StepProps['goTo'] }) {
  const { t } = useTranslation();
  const { detail } = useWizard();
  const { blocker } = detail;
  if (!blocker) return <Alert type="success" showIcon title={t('handover.sign.ready')} />;
  const step = stepOfRefusal(blocker.code);
  return (
    <Alert
      type="warning"
      showIcon
      title={problemText(new Problem({ status: 422, ...blocker }), t)}
      action={
        step ? (
          <Button
            onClick={() => {
              goTo(step);
            }}
          >
            {t('handover.sign.goThere')}
          </Button>
        ) : null
      }
    />
  );
}

function Signature({ party }: { party: Party }) {
  const { t } = useTranslation();
  const time = useTime();
  const { message } = App.useApp();
  const { handover, detail, next, name } = useWizard();
  const { sign, signIn, may } = useSigning();
  const person = party === 'outgoing' ? handover.outgoing_id : handover.incoming_id;
  const { progress } = handover;
  const signedAt =
    progress.state === 'signed_by_one' && progress.party === party ? progress.at : null;
  const here = next.incoming_duty?.signed_in.includes(person) ?? false;
  const missing = party === 'incoming' && !here;
  const press = async () => {
    const signed = await sign(party, person);
    if (signed && progress.state === 'signed_by_one') {
      void message.success(t('handover.sign.passed', { name: name(handover.incoming_id) }));
    }
  };
  return (
    <div className="zs-ho-signature">
      <span className="zs-muted">{t(`handover.party.${party}`)}</span>
      <strong>{name(person)}</strong>
      {party === 'incoming' ? (
        <small className={missing ? 'zs-ho-bad' : 'zs-muted'}>
          {t(missing ? 'handover.sign.notSignedIn' : 'handover.sign.signedIn')}
        </small>
      ) : null}
      {signedAt === null ? (
        <>
          {missing ? (
            <Button
              size="large"
              icon={<LoginOutlined />}
              disabled={!may}
              onClick={() => void signIn(person)}
            >
              {t('handover.sign.signIn')}
            </Button>
          ) : null}
          <Button
            size="large"
            type="primary"
            icon={<EditOutlined />}
            disabled={!may || detail.blocker != null || missing}
            onClick={() => void press()}
          >
            {t('handover.sign.sign')}
          </Button>
        </>
      ) : (
        <span className="zs-ho-done">
          <CheckCircleFilled aria-hidden />{' '}
          {t('handover.sign.signed', { time: time.format(signedAt, 'time') })}
        </span>
      )}
    </div>
  );
}

/** The same person stays on: one signature, a witness later. */
function SelfCheck() {
  const { t } = useTranslation();
  const { handover, detail, name } = useWizard();
  const { selfCheck, may } = useSigning();
  return (
    <div className="zs-ho-signature">
      <span className="zs-muted">{t('handover.sign.selfCheckTitle')}</span>
      <strong>{name(handover.incoming_id)}</strong>
      <Button
        size="large"
        type="primary"
        icon={<EditOutlined />}
        disabled={!may || detail.blocker != null}
        onClick={() => void selfCheck(handover.incoming_id)}
      >
        {t('handover.sign.selfCheck')}
      </Button>
    </div>
  );
}
