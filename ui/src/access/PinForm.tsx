import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../shared/api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { SESSION_KEY, useSession } from './session';

interface Fields {
  password: string;
  pin: string;
  again: string;
}

/** Sets the PIN that signs handovers; the password proves that it is the person's own doing. */
export function PinForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { has_pin: hasPin } = useSession();
  const [form] = Form.useForm<Fields>();
  const set = useAct(async ({ password, pin }: Fields) => {
    await api.PUT('/api/session/pin', { body: { password, pin } });
    return true;
  });
  const submit = async (fields: Fields) => {
    if (!(await set.run(fields))) return;
    form.resetFields();
    void message.success(t('access.mine.pinSaved'));
    void queries.invalidateQueries({ queryKey: SESSION_KEY });
  };
  return (
    <Form
      form={form}
      name="pin"
      layout="vertical"
      requiredMark={false}
      className="zs-account-form"
      onFinish={(fields) => void submit(fields)}
    >
      <p className="zs-muted">{t(hasPin ? 'access.mine.pinIsSet' : 'access.mine.pinMissing')}</p>
      <PinItems />
      <ProblemAlert problem={set.problem} />
      <Button type="primary" htmlType="submit" loading={set.pending}>
        {t(hasPin ? 'access.mine.changePin' : 'access.mine.setPin')}
      </Button>
    </Form>
  );
}

function PinItems() {
  const { t } = useTranslation();
  const field = { inputMode: 'numeric', autoComplete: 'off', maxLength: 6 } as const;
  return (
    <>
      <Form.Item
        name="pin"
        label={t('access.mine.newPin')}
        extra={t('access.setup.pinHint')}
        rules={[{ required: true, pattern: /^\d{4,6}$/, message: t('access.setup.pinShort') }]}
      >
        <Input.Password {...field} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('access.mine.pinAgain')}
        dependencies={['pin']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, again: string) =>
              again === getFieldValue('pin')
                ? Promise.resolve()
                : Promise.reject(new Error(t('access.mine.pinDiffers'))),
          }),
        ]}
      >
        <Input.Password {...field} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('access.mine.passwordForPin')}
        rules={[{ required: true, message: t('access.signIn.passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
