import { App, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommunity, useMay } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAccountActs, type AccountLine } from './accounts';
import { firstPassword } from './firstPassword';
import type { NewSecret } from './ShownOnce';

interface AccountListProps {
  accounts: readonly AccountLine[];
  /** A new password was made for somebody. */
  onSecret: (secret: NewSecret) => void;
}

/** Each account with what can be done about it, those that still sign in first. */
export function AccountList({ accounts, onSecret }: AccountListProps) {
  const { t } = useTranslation();
  const { reset, unlock, disable, enable } = useAccountActs();
  const acts = useAskedActs({ reset, unlock, disable, enable, onSecret });
  const sorted = [...accounts].sort(
    (a, b) =>
      Number(a.disabled) - Number(b.disabled) ||
      a.person_name.localeCompare(b.person_name, 'zh-CN'),
  );
  const shownProblem = reset.problem ?? unlock.problem ?? disable.problem ?? enable.problem;
  return (
    <>
      <ProblemAlert
        problem={shownProblem}
        onClose={() => {
          reset.dismiss();
          unlock.dismiss();
          disable.dismiss();
          enable.dismiss();
        }}
      />
      <ul className="zs-panel zs-accounts" aria-label={t('access.accounts.title')}>
        {sorted.map((account) => (
          <AccountRow key={account.account_id} account={account} acts={acts} />
        ))}
      </ul>
    </>
  );
}

interface AskedActs {
  reset: (account: AccountLine) => void;
  unlock: (account: AccountLine) => void;
  disable: (account: AccountLine) => void;
  enable: (account: AccountLine) => void;
}

/** What ends somebody's sessions cannot be undone, so it is asked first. */
function useAskedActs(
  props: ReturnType<typeof useAccountActs> & { onSecret: (secret: NewSecret) => void },
): AskedActs {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { reset, unlock, disable, enable, onSecret } = props;
  const ask = (title: string, content: string, okText: string, onOk: () => Promise<void>) =>
    void modal.confirm({ title, content, okText, onOk, cancelText: t('shared.action.cancel') });
  return {
    reset: ({ person_id: person, person_name: name, login }) => {
      ask(
        t('access.accounts.resetAsk', { name }),
        t('access.accounts.resetExplain'),
        t('access.accounts.reset'),
        async () => {
          const password = firstPassword();
          if (await reset.run({ person, password })) onSecret({ name, login, password });
        },
      );
    },
    unlock: ({ person_id: person, person_name: name }) => {
      void unlock.run(person).then((done) => {
        if (done) void message.success(t('access.accounts.unlocked', { name }));
      });
    },
    enable: ({ person_id: person, person_name: name }) => {
      void enable.run(person).then((done) => {
        if (done) void message.success(t('access.accounts.enabled', { name }));
      });
    },
    disable: ({ person_id: person, person_name: name }) => {
      ask(
        t('access.accounts.disableAsk', { name }),
        t('access.accounts.disableExplain'),
        t('access.accounts.disable'),
        async () => {
          if (await disable.run(person)) {
            void message.success(t('access.accounts.disabledDone', { name }));
          }
        },
      );
    },
  };
}

function AccountRow({ account, acts }: { account: AccountLine; acts: AskedActs }) {
  const { t } = useTranslation();
  const manages = useMay('manage_accounts');
  const { personId } = useCommunity();
  const own = account.person_id === personId;
  const button = (act: keyof AskedActs, danger = false) => (
    <Button
      danger={danger}
      aria-label={t(`access.accounts.${act}Of`, { name: account.person_name })}
      onClick={() => {
        acts[act](account);
      }}
    >
      {t(`access.accounts.${act}`)}
    </Button>
  );
  return (
    <li className={account.disabled ? 'zs-account-disabled' : undefined}>
      <div className="zs-account-person">
        <strong>{account.person_name}</strong> <span className="zs-muted">{account.login}</span>
        <div>
          {own ? <Tag color="blue">{t('access.accounts.own')}</Tag> : null}
          {account.disabled ? <Tag color="red">{t('access.accounts.disabled')}</Tag> : null}
          {!account.disabled && !account.has_pin ? <Tag>{t('access.accounts.noPin')}</Tag> : null}
        </div>
      </div>
      {own ? null : (
        <div className="zs-account-acts">
          {account.disabled ? null : button('unlock')}
          {account.disabled || !manages ? null : button('reset')}
          {manages ? button(account.disabled ? 'enable' : 'disable', !account.disabled) : null}
        </div>
      )}
    </li>
  );
}
