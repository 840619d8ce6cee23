import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../shared/api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { SESSION_KEY, useSession } from './session';
import { MY_SESSIONS_KEY } from './SessionList';
import { isEasyPassword } from './setupWords';

interface Fields {
  old: string;
  next: string;
  again: string;
}

/** Changes one's own password; every other device has to sign in again. */
export function PasswordForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const session = useSession();
  const [form] = Form.useForm<Fields>();
  const change = useAct(async (fields: Fields) => {
    const body = { old_password: fields.old, password: fields.next };
    await api.PUT('/api/session/password', { body });
    return true;
  });
  const submit = async (fields: Fields) => {
    if (!(await change.run(fields))) return;
    form.resetFields();
    void message.success(t('access.mine.passwordChanged'));
    void queries.invalidateQueries({ queryKey: SESSION_KEY });
    void queries.invalidateQueries({ queryKey: MY_SESSIONS_KEY });
  };
  return (
    <Form
      form={form}
      name="password"
      layout="vertical"
      requiredMark={false}
      className="zs-account-form"
      onFinish={(fields) => void submit(fields)}
    >
      {session.password_is_initial ? (
        <Alert type="warning" showIcon title={t('access.mine.passwordInitial')} />
      ) : null}
      <PasswordItems login={session.login} />
      <ProblemAlert
        problem={change.problem}
        fields={{ '/password': t('access.mine.newPassword') }}
      />
      <Button type="primary" htmlType="submit" loading={change.pending}>
        {t('access.mine.changePassword')}
      </Button>
    </Form>
  );
}

function PasswordItems({ login }: { login: string }) {
  const { t } = useTranslation();
  const refuse = (key: string) => Promise.reject(new Error(t(`access.${key}`)));
  return (
    <>
      <Form.Item
        name="old"
        label={t('access.mine.oldPassword')}
        rules={[{ required: true, message: t('access.signIn.passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('access.mine.newPassword')}
        extra={t('access.setup.passwordHint')}
        dependencies={['old']}
        rules={[
          { required: true, min: 8, message: t('access.setup.passwordShort') },
          ({ getFieldValue }) => ({
            validator: (_rule, next: string) =>
              next && next === getFieldValue('old')
                ? refuse('mine.samePassword')
                : Promise.resolve(),
          }),
          {
            validator: (_rule, next: string) =>
              isEasyPassword(next, login) ? refuse('setup.passwordEasy') : Promise.resolve(),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('access.setup.passwordAgain')}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, again: string) =>
              again === getFieldValue('next') ? Promise.resolve() : refuse('setup.passwordDiffers'),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
