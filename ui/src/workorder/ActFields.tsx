import { Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from './model';
import { useAssignees } from './useAssignees';
import type { ActWords } from './useOrderAct';

export interface PartProps {
  words: ActWords;
  set: (change: ActWords) => void;
}

/** 告知部门负责人: the department, and its head when they are to be rung. */
export function TellHeadFields({ order, words, set }: PartProps & { order: Order }) {
  const { t } = useTranslation();
  const department = useId();
  const head = useId();
  const people = useAssignees(order);
  return (
    <>
      <div>
        <label htmlFor={department}>{t('workorder.form.department')}</label>
        <Input
          id={department}
          value={words.department ?? ''}
          onChange={(event) => {
            set({ department: event.target.value });
          }}
        />
      </div>
      <div>
        <label htmlFor={head}>{t('workorder.form.head')}</label>
        <Select
          id={head}
          allowClear
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          loading={people.isPending}
          value={words.headId ?? null}
          options={(people.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
          onChange={(headId) => {
            set({ headId: headId ?? '' });
          }}
        />
      </div>
    </>
  );
}

/** 处理明细: what was done, with what, and the fee; may follow the third tap. */
export function DetailFields({ words, set }: PartProps) {
  const { t } = useTranslation();
  const ids = { result: useId(), material: useId(), fee: useId() };
  return (
    <>
      {(['result', 'material'] as const).map((field) => (
        <div key={field}>
          <label htmlFor={ids[field]}>{t(`workorder.detail.${field}`)}</label>
          <Input.TextArea
            id={ids[field]}
            autoSize={{ minRows: field === 'result' ? 2 : 1 }}
            value={words[field] ?? ''}
            onChange={(event) => {
              set({ [field]: event.target.value });
            }}
          />
        </div>
      ))}
      <div>
        <label htmlFor={ids.fee}>{t('workorder.detail.fee')}</label>
        <InputNumber
          id={ids.fee}
          min={0}
          precision={2}
          style={{ width: '100%' }}
          value={words.fee ?? null}
          onChange={(fee) => {
            set({ fee });
          }}
        />
      </div>
    </>
  );
}
