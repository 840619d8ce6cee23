import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { PhoneField } from '../shared/PhoneField';
import { cleanPhone, isDialablePhone } from '../shared/phone';
import type { SetupOffer } from './setup';
import { isEasyPassword, LOGIN } from './setupWords';

export interface SetupFields {
  community_name: string;
  preset: string;
  administrator: {
    name: string;
    login: string;
    phone: string;
    password: string;
    password_again: string;
    pin: string;
  };
}

type FieldName = string | [string, string];

/** What each step checks before the next one opens. */
export const STEP_FIELDS: FieldName[][] = [
  ['community_name'],
  ['preset'],
  ['name', 'login', 'phone', 'password', 'password_again', 'pin'].map((field) => [
    'administrator',
    field,
  ]),
];

function useNeeded() {
  const { t } = useTranslation();
  return (key: string) => ({
    required: true,
    whitespace: true,
    message: t('access.setup.needed', { field: t(`access.setup.${key}`) }),
  });
}

export function PlaceStep() {
  const { t } = useTranslation();
  const needed = useNeeded();
  return (
    <Form.Item
      name="community_name"
      label={t('access.setup.community')}
      extra={t('access.setup.communityHint')}
      rules={[needed('community')]}
    >
      <Input maxLength={60} autoComplete="off" />
    </Form.Item>
  );
}

export function RegulationStep({ presets }: { presets: SetupOffer['presets'] }) {
  const { t, i18n } = useTranslation();
  return (
    <Form.Item
      name="preset"
      label={t('access.setup.preset')}
      extra={t('access.setup.presetHint')}
      rules={[{ required: true, message: t('access.setup.presetNeeded') }]}
    >
      <Radio.Group className="zs-presets">
        {presets.map((preset) => (
          <Radio key={preset.key} value={preset.key} className="zs-preset">
            <span className="zs-preset-name">{preset.key.toUpperCase()}</span>
            {i18n.language === 'en' ? preset.summary_en : preset.summary_zh}
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}

export function AdministratorStep() {
  const { t } = useTranslation();
  const needed = useNeeded();
  return (
    <div className="zs-two-columns">
      <Form.Item
        name={['administrator', 'name']}
        label={t('access.setup.name')}
        rules={[needed('name')]}
      >
        <Input maxLength={40} autoComplete="name" />
      </Form.Item>
      <Form.Item
        name={['administrator', 'login']}
        label={t('access.setup.account')}
        extra={t('access.setup.accountHint')}
        rules={[needed('account'), { pattern: LOGIN, message: t('access.setup.accountSigns') }]}
      >
        <Input maxLength={40} autoComplete="username" />
      </Form.Item>
      <Form.Item
        name={['administrator', 'phone']}
        label={t('access.setup.phone')}
        extra={t('access.setup.phoneHint')}
        rules={[
          needed('phone'),
          {
            validator: (_rule, typed: string) =>
              !typed || isDialablePhone(cleanPhone(typed))
                ? Promise.resolve()
                : Promise.reject(new Error(t('access.setup.phoneOdd'))),
          },
        ]}
      >
        <PhoneField />
      </Form.Item>
      <Form.Item
        name={['administrator', 'pin']}
        label={t('access.setup.pin')}
        extra={t('access.setup.pinHint')}
        rules={[{ required: true, pattern: /^\d{4,6}$/, message: t('access.setup.pinShort') }]}
      >
        <Input.Password inputMode="numeric" maxLength={6} autoComplete="off" />
      </Form.Item>
      <PasswordItems />
    </div>
  );
}

function PasswordItems() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name={['administrator', 'password']}
        label={t('access.setup.password')}
        extra={t('access.setup.passwordHint')}
        dependencies={[
          ['administrator', 'login'],
          ['administrator', 'phone'],
        ]}
        rules={[
          { required: true, min: 8, message: t('access.setup.passwordShort') },
          ({ getFieldValue }) => ({
            validator: (_rule, typed: string) => {
              const own = (field: string) => String(getFieldValue(['administrator', field]) ?? '');
              return isEasyPassword(typed ?? '', own('login'), own('phone'))
                ? Promise.reject(new Error(t('access.setup.passwordEasy')))
                : Promise.resolve();
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name={['administrator', 'password_again']}
        label={t('access.setup.passwordAgain')}
        dependencies={[['administrator', 'password']]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, again: string) =>
              again === getFieldValue(['administrator', 'password'])
                ? Promise.resolve()
                : Promise.reject(new Error(t('access.setup.passwordDiffers'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
