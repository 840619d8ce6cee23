import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { serverClock } from '../shared/clock';
import { communityKey, useCommunity } from '../shared/community';
import { cleanPhone } from '../shared/phone';
import { PhoneField } from '../shared/PhoneField';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useTime } from '../shared/useTime';
import { useStaffWithoutAccount, type AccountLine, type Staff } from './accounts';
import { firstPassword } from './firstPassword';
import { LOGIN } from './setupWords';
import type { NewSecret } from './ShownOnce';

interface Fields {
  person: string;
  login: string;
  phone: string;
}

interface OpenAccountDialogProps {
  accounts: readonly AccountLine[];
  onOpened: (secret: NewSecret) => void;
  onClose: () => void;
}

/** An account for a member of staff, with a first password that its owner is asked to change. */
export function OpenAccountDialog({ accounts, onOpened, onClose }: OpenAccountDialogProps) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const queries = useQueryClient();
  const time = useTime();
  const [form] = Form.useForm<Fields>();
  const [password] = useState(() => firstPassword());
  const today = time.format(serverClock.now(), 'date');
  const { staff, without } = useStaffWithoutAccount(accounts, today);
  const open = useAct(async (fields: Fields, actId) => {
    const phone = cleanPhone(fields.phone);
    const login = fields.login.trim();
    await api.POST('/api/c/{community}/accounts', {
      params: { path: { community } },
      headers: actHeaders(actId),
      body: { person_id: fields.person, login, password, ...(phone === '' ? {} : { phone }) },
    });
    return login;
  });
  const submit = async (fields: Fields) => {
    const login = await open.run(fields);
    if (login === undefined) return;
    await queries.invalidateQueries({ queryKey: communityKey(community, 'access') });
    const name = without.find((person) => person.id === fields.person)?.name ?? '';
    onOpened({ name, login, password });
  };
  return (
    <Modal
      open
      title={t('access.accounts.open')}
      okText={t('access.accounts.open')}
      cancelText={t('shared.action.cancel')}
      width={440}
      mask={{ closable: false }}
      confirmLoading={open.pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="zs-muted">{t('access.accounts.openExplain')}</p>
      <ProblemAlert problem={staff.error} onRetry={() => void staff.refetch()} />
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ login: '', phone: '' }}
        onFinish={(fields) => void submit(fields)}
      >
        <AccountItems without={without} loading={staff.isPending} />
      </Form>
      <ProblemAlert
        problem={open.problem}
        fields={{ '/login': t('access.accounts.login'), '/phone': t('access.setup.phone') }}
      />
    </Modal>
  );
}

function AccountItems({ without, loading }: { without: readonly Staff[]; loading: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="person"
        label={t('access.accounts.person')}
        rules={[{ required: true, message: t('access.accounts.personNeeded') }]}
      >
        <Select
          showSearch
          loading={loading}
          optionFilterProp="label"
          notFoundContent={t('access.accounts.everybodyHasOne')}
          options={without.map((person) => ({
            value: person.id,
            label: [person.name, person.department].filter(Boolean).join(' · '),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="login"
        label={t('access.accounts.login')}
        extra={t('access.accounts.loginHint')}
        rules={[
          { required: true, whitespace: true, message: t('access.accounts.loginNeeded') },
          {
            transform: (typed: string) => typed.trim(),
            pattern: LOGIN,
            message: t('access.setup.accountSigns'),
          },
        ]}
      >
        <Input maxLength={40} autoComplete="off" autoCapitalize="none" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('access.setup.phone')}
        extra={t('access.accounts.phoneHint')}
      >
        <PhoneField />
      </Form.Item>
    </>
  );
}
