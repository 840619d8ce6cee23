import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { PhoneField } from '../shared/PhoneField';
import { phoneFault } from './phoneEdit';

/** A phone number in a form. It begins masked; left alone it stays as it is stored. */
export function PhoneItem({ before }: { before: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="phone"
      label={t('people.field.phone')}
      extra={before.includes('*') ? t('people.phone.keep') : undefined}
      rules={[
        {
          validator: (_rule, typed: string) => {
            const fault = phoneFault(typed, before);
            return fault === null
              ? Promise.resolve()
              : Promise.reject(new Error(t(`people.phone.${fault}`)));
          },
        },
      ]}
    >
      <PhoneField />
    </Form.Item>
  );
}
