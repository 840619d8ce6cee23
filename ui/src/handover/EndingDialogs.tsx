import { App, Button, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { useCommunity, useMay } from '../shared/community';
import { usePin } from '../shared/pin';
import { useAct } from '../shared/useAct';
import { nameOf, partyOf, type Handover, type NamedPerson, type Party } from './model';
import { ReasonDialog } from './ReasonDialog';
import { useBoard } from '../shared/useBoard';

interface EndingProps {
  handover: Handover;
  onDone: () => Promise<void>;
}

/** 拒绝交接: one side refuses with a reason; the outgoing person goes on answering for the post. */
export function RefuseButton({ handover, onDone }: EndingProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const may = useMay('sign_handover');
  const community = useCommunity();
  const proof = useProof(handover);
  const [open, setOpen] = useState(false);
  const refuse = useAct(async (reason: string, actId) => {
    const who = await proof();
    if (!who) return false;
    await api.POST('/api/c/{community}/handovers/{handover}/refuse', {
      params: { path: { community: community.id, handover: handover.handover_id } },
      headers: actHeaders(actId),
      body: { ...who, reason },
    });
    return true;
  });
  if (!may) return null;
  return (
    <>
      <Button
        danger
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('handover.sign.refuse')}
      </Button>
      {open ? (
        <ReasonDialog
          title={t('handover.sign.refuseTitle')}
          explain={t('handover.sign.refuseExplain')}
          label={t('handover.sign.refuseReason')}
          confirm={t('handover.sign.refuse')}
          danger
          problem={refuse.problem}
          pending={refuse.pending}
          onSubmit={async (reason) => {
            if (!(await refuse.run(reason))) return;
            void message.info(t('handover.sign.refused'));
            setOpen(false);
            await onDone();
          }}
          onClose={() => {
            refuse.dismiss();
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

/** Who refuses: the person signed in when a side, otherwise a side by PIN; null when cancelled. */
function useProof(handover: Handover) {
  const { t } = useTranslation();
  const askPin = usePin();
  const { personId } = useCommunity();
  const people = useBoard().data?.people ?? [];
  return async (): Promise<{ person_id?: string; pin?: string } | null> => {
    if (partyOf(handover, personId) !== null) return {};
    const sides = [...new Set([handover.outgoing_id, handover.incoming_id])];
    const signed = await askPin({
      persons: sides.map((id) => ({ id, name: nameOf(people, id) })),
      title: t('handover.sign.refuseWho'),
    });
    return signed ? { person_id: signed.personId, pin: signed.pin } : null;
  };
}

/** 负责人裁定: a supervisor lets the post pass although one side is missing or refused. */
export function ResolveButton({ handover, onDone }: EndingProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const community = useCommunity();
  const people = useBoard().data?.people ?? [];
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState<Party>('incoming');
  const [taker, setTaker] = useState<string | null>(null);
  const { takers, chosen } = takersOf(handover, people, missing, taker);
  const resolve = useAct(async (reason: string, actId) => {
    if (chosen === null) return false;
    await api.POST('/api/c/{community}/handovers/{handover}/resolve', {
      params: { path: { community: community.id, handover: handover.handover_id } },
      headers: actHeaders(actId),
      body: { missing, taker_id: chosen, reason },
    });
    return true;
  });
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('handover.sign.resolve')}
      </Button>
      {open ? (
        <ReasonDialog
          title={t('handover.sign.resolveTitle')}
          explain={t('handover.sign.resolveExplain')}
          label={t('handover.sign.reason')}
          confirm={t('handover.sign.resolve')}
          ready={chosen !== null}
          problem={resolve.problem}
          pending={resolve.pending}
          onSubmit={async (reason) => {
            if (!(await resolve.run(reason))) return;
            const name = nameOf(people, chosen ?? '');
            void message.success(t('handover.sign.resolved', { name }));
            setOpen(false);
            await onDone();
          }}
          onClose={() => {
            resolve.dismiss();
            setOpen(false);
          }}
        >
          <MissingFields
            handover={handover}
            people={people}
            takers={takers}
            missing={missing}
            taker={chosen}
            onMissing={setMissing}
            onTaker={setTaker}
          />
        </ReasonDialog>
      ) : null}
    </>
  );
}

/**
 * Who may take the post: never the side that is missing nor an incoming person found unfit; the
 * incoming person otherwise.
 */
function takersOf(
  handover: Handover,
  people: readonly NamedPerson[],
  missing: Party,
  taker: string | null,
) {
  const absent = missing === 'incoming' ? handover.incoming_id : handover.outgoing_id;
  const unfit = handover.fitness?.fit === false ? handover.incoming_id : null;
  const mayTake = (person: string) => person !== absent && person !== unfit;
  const wished = taker ?? handover.incoming_id;
  return {
    takers: people.filter((person) => mayTake(person.person_id)),
    chosen: mayTake(wished) ? wished : null,
  };
}

interface MissingFieldsProps {
  handover: Handover;
  people: readonly NamedPerson[];
  takers: readonly NamedPerson[];
  missing: Party;
  taker: string | null;
  onMissing: (party: Party) => void;
  onTaker: (person: string) => void;
}

function MissingFields(props: MissingFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const { handover, people } = props;
  const sideWords = (party: Party) => {
    const person = party === 'outgoing' ? handover.outgoing_id : handover.incoming_id;
    return `${t(`handover.party.${party}`)} ${nameOf(people, person)}`;
  };
  return (
    <div className="zs-ho-fields">
      <span id={`${id}-missing`}>{t('handover.sign.missing')}</span>
      <Radio.Group
        aria-labelledby={`${id}-missing`}
        value={props.missing}
        onChange={(event) => {
          props.onMissing(event.target.value as Party);
        }}
        options={(['incoming', 'outgoing'] as const).map((party) => ({
          value: party,
          label: sideWords(party),
        }))}
      />
      <span id={`${id}-taker`}>{t('handover.sign.taker')}</span>
      <Select
        aria-labelledby={`${id}-taker`}
        value={props.taker ?? undefined}
        showSearch={{ optionFilterProp: 'label' }}
        options={props.takers.map((person) => ({ value: person.person_id, label: person.name }))}
        onChange={props.onTaker}
      />
    </div>
  );
}
