import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { KINDS } from '../desk/model';
import { EntryDialog, type Base } from '../people/EntryDialog';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity, useMay } from '../shared/community';
import { inputOf, standsIn, type Building, type Matter, type MatterInput } from './model';
import { useBuildings, useRenewMatters } from './useMatters';

interface MatterDialogProps {
  /** The matter that is changed; a new one without it. */
  matter?: Matter;
  /** What a new one begins with. */
  beginning?: MatterInput;
  /** The home of the first caller: its building is concerned. */
  room?: string;
  /** The open contact that a new one is opened from. */
  contactId?: string;
  onClose: () => void;
}

/** Opens a matter, or changes title, answer, buildings and order of one. */
export function MatterDialog(props: MatterDialogProps) {
  const buildings = useBuildings();
  // Without the buildings a matter can still be opened, for the whole community.
  const known = buildings.data ?? (buildings.isError ? [] : undefined);
  return known ? <MatterForm {...props} buildings={known} /> : null;
}

function MatterForm(props: MatterDialogProps & { buildings: readonly Building[] }) {
  const { t } = useTranslation();
  const { matter, buildings } = props;
  const { send, saved } = useSend(props);
  const beginning = props.beginning ?? {
    kind: 'repair' as const,
    title: '',
    answer: '',
    building_ids: [],
    work_order_id: null,
  };
  const near = buildings.filter((building) => standsIn([building], props.room ?? ''));
  const initial = matter
    ? inputOf(matter)
    : { ...beginning, building_ids: near.map((building) => building.id) };
  const nameOf = (id: unknown) => buildings.find((one) => one.id === id)?.name;
  return (
    <EntryDialog<MatterInput, Matter>
      title={t(matter ? 'publicmatter.edit' : 'publicmatter.new')}
      initial={initial}
      version={matter?.version}
      labels={{
        kind: t('publicmatter.field.kind'),
        title: t('publicmatter.field.title'),
        answer: t('publicmatter.field.answer'),
        building_ids: t('publicmatter.field.buildings'),
        work_order_id: t('publicmatter.field.order'),
      }}
      show={{
        kind: (kind) => t(`desk.kind.${String(kind)}`),
        building_ids: (ids) => (ids as string[]).map(nameOf).join('、') || t('publicmatter.whole'),
      }}
      asFields={inputOf}
      send={send}
      onSaved={saved}
      onClose={props.onClose}
    >
      {() => <MatterItems buildings={buildings} order={matter?.work_order ?? null} />}
    </EntryDialog>
  );
}

function useSend({ matter, contactId, onClose }: MatterDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const renew = useRenewMatters();
  const send = async (typed: MatterInput, base: Base<MatterInput>, actId: string) => {
    const headers = actHeaders(actId);
    const input = { ...typed, work_order_id: typed.work_order_id ?? null };
    if (!matter) {
      const opened = await ok(
        api.POST('/api/c/{community}/public-matters', {
          params: { path: { community } },
          headers,
          body: { matter: input, contact_id: contactId ?? null },
        }),
      );
      void message.success(t('publicmatter.opened', { number: opened.number }));
      return;
    }
    await api.PUT('/api/c/{community}/public-matters/{matter}', {
      params: { path: { community, matter: matter.id } },
      headers,
      body: { version: base.version, matter: input },
    });
    void message.success(t('publicmatter.edited'));
  };
  const saved = () => {
    onClose();
    void renew();
  };
  return { send, saved };
}

interface MatterItemsProps {
  buildings: readonly Building[];
  /** The order that is linked already: it may be finished, so no list of open ones shows it. */
  order: Matter['work_order'] | null;
}

function MatterItems({ buildings, order }: MatterItemsProps) {
  const { t } = useTranslation();
  const orders = useOrderOptions(order);
  const needed = (field: string) => [
    { required: true, whitespace: true, message: t('publicmatter.field.needed', { field }) },
  ];
  const [title, answer] = [t('publicmatter.field.title'), t('publicmatter.field.answer')];
  return (
    <>
      <Form.Item name="title" label={title} rules={needed(title)}>
        <Input maxLength={40} autoComplete="off" placeholder={t('publicmatter.field.titleHint')} />
      </Form.Item>
      <Form.Item name="answer" label={answer} rules={needed(answer)}>
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 8 }}
          maxLength={300}
          placeholder={t('publicmatter.field.answerHint')}
        />
      </Form.Item>
      <Form.Item name="building_ids" label={t('publicmatter.field.buildings')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('publicmatter.field.buildingsHint')}
          options={buildings.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t('publicmatter.field.kind')} rules={[{ required: true }]}>
        <Select options={KINDS.map((kind) => ({ value: kind, label: t(`desk.kind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="work_order_id" label={t('publicmatter.field.order')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('publicmatter.field.orderHint')}
          options={orders}
        />
      </Form.Item>
    </>
  );
}

/** The open orders to choose from, and the one that is linked. */
function useOrderOptions(linked: Matter['work_order'] | null) {
  const { id: community } = useCommunity();
  const open = useQuery({
    queryKey: communityKey(community, 'workorder', 'list', 'matter'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/work-orders', {
          params: { path: { community }, query: { group: 'open', limit: 100 } },
        }),
      ),
    enabled: useMay('read_work_orders'),
    meta: { subjects: ['work_order'] },
  });
  const options = (open.data?.items ?? []).map((one) => ({
    value: one.id,
    label: [one.number, one.room_code, one.content || one.place].filter(Boolean).join(' '),
  }));
  if (!linked || options.some((one) => one.value === linked.id)) return options;
  return [{ value: linked.id, label: linked.number }, ...options];
}
