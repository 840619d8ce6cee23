import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import { cleanPhone, looksLikePhone } from '../shared/phone';
import { useAct } from '../shared/useAct';
import { useIsPhone } from '../shared/useIsPhone';
import { rememberDeviceName, rememberedDeviceName, signIn, type Session } from './session';

interface Fields {
  login: string;
  password: string;
  device: string;
}

/** The device's name as remembered, or what kind of device it is. */
function useDeviceName(): string {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const kind = t(isPhone ? 'access.signIn.deviceDefaultPhone' : 'access.signIn.deviceDefaultPc');
  const [name] = useState(() => rememberedDeviceName() ?? kind);
  return name;
}

function enterWith(fields: Fields): Promise<Session> {
  const login = looksLikePhone(fields.login) ? cleanPhone(fields.login) : fields.login.trim();
  const device = fields.device.trim();
  rememberDeviceName(device);
  return signIn(login, fields.password, device);
}

export function SignInForm({ onEntered }: { onEntered: (session: Session) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const device = useDeviceName();
  const enter = useAct(enterWith);
  const submit = async (fields: Fields) => {
    const session = await enter.run(fields);
    if (session) onEntered(session);
    else form.setFieldValue('password', '');
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ login: '', password: '', device }}
      size="large"
      onFinish={(fields) => void submit(fields)}
    >
      <ProblemAlert problem={enter.problem} />
      <Form.Item
        name="login"
        label={t('access.signIn.login')}
        rules={[{ required: true, whitespace: true, message: t('access.signIn.loginNeeded') }]}
      >
        <Input prefix={<UserOutlined aria-hidden />} autoComplete="username" maxLength={64} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('access.signIn.password')}
        rules={[{ required: true, message: t('access.signIn.passwordNeeded') }]}
      >
        <Input.Password
          prefix={<LockOutlined aria-hidden />}
          autoComplete="current-password"
          maxLength={200}
        />
      </Form.Item>
      <Form.Item
        name="device"
        label={t('access.signIn.device')}
        extra={t('access.signIn.deviceHint')}
        rules={[{ required: true, whitespace: true, message: t('access.signIn.deviceNeeded') }]}
      >
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={enter.pending}>
        {t('access.signIn.submit')}
      </Button>
      <p className="zs-sign-in-help">{t('access.signIn.forgot')}</p>
    </Form>
  );
}
