import { CarOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { EntryDialog, type Base } from './EntryDialog';
import type { Vehicle } from './model';
import { useSaved } from './usePeople';

interface HomeVehiclesProps {
  /** The home, as the desk writes it. */
  code: string;
  mayEdit: boolean;
}

/** The vehicles of one home: whom to call when one is in the way. */
export function HomeVehicles({ code, mayEdit }: HomeVehiclesProps) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const [editing, setEditing] = useState<Vehicle | 'new' | null>(null);
  const vehicles = useQuery({
    queryKey: communityKey(community, 'people', 'vehicles', code),
    queryFn: () =>
      ok(
        api.POST('/api/c/{community}/vehicles/search', {
          params: { path: { community } },
          body: { words: code },
        }),
      ),
    meta: { subjects: ['vehicle'] },
  });
  return (
    <section aria-labelledby="zs-vehicles">
      <div className="zs-people-card-head">
        <h3 id="zs-vehicles" className="zs-h2">
          {t('people.vehicle.title')}
        </h3>
        {mayEdit ? (
          <Button
            type="link"
            className="zs-people-edit"
            icon={<PlusOutlined />}
            onClick={() => {
              setEditing('new');
            }}
          >
            {t('people.vehicle.add')}
          </Button>
        ) : null}
      </div>
      <Loaded query={vehicles}>
        {(found) =>
          found.length === 0 ? (
            <p className="zs-muted">{t('people.vehicle.none')}</p>
          ) : (
            <ul className="zs-residents">
              {found.map((one) => (
                <VehicleRow key={one.id} vehicle={one} onEdit={mayEdit ? setEditing : undefined} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {editing === null ? null : (
        <VehicleDialog
          code={code}
          vehicle={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </section>
  );
}

interface VehicleRowProps {
  vehicle: Vehicle;
  onEdit?: (vehicle: Vehicle) => void;
}

function VehicleRow({ vehicle, onEdit }: VehicleRowProps) {
  const { t } = useTranslation();
  return (
    <li className="zs-people-card-head">
      <CarOutlined aria-hidden /> <strong>{vehicle.plate}</strong>
      <span>{[vehicle.space, vehicle.note].filter(Boolean).join(' · ')}</span>
      {onEdit ? (
        <Button
          type="link"
          className="zs-people-edit"
          icon={<EditOutlined />}
          aria-label={t('people.editOf', { name: vehicle.plate })}
          onClick={() => {
            onEdit(vehicle);
          }}
        >
          {t('shared.action.edit')}
        </Button>
      ) : null}
    </li>
  );
}

interface VehicleFields {
  plate: string;
  space: string;
  note: string;
  gone_on: string;
}

const fieldsOf = ({ plate, space, note, gone_on }: Vehicle): VehicleFields => ({
  plate,
  space,
  note,
  gone_on: gone_on ?? '',
});

interface VehicleDialogProps {
  code: string;
  vehicle: Vehicle | null;
  onClose: () => void;
}

function VehicleDialog({ code, vehicle, onClose }: VehicleDialogProps) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const saved = useSaved(onClose);
  const send = async (typed: VehicleFields, base: Base<VehicleFields>, actId: string) => {
    const headers = actHeaders(actId);
    const input = { plate: typed.plate, space: typed.space, note: typed.note };
    if (vehicle === null) {
      const params = { path: { community } };
      const body = { room: code, vehicle: input };
      await api.POST('/api/c/{community}/vehicles', { params, headers, body });
      return;
    }
    await api.PUT('/api/c/{community}/vehicles/{vehicle}', {
      params: { path: { community, vehicle: vehicle.id } },
      headers,
      body: {
        version: base.version,
        vehicle: input,
        gone_on: typed.gone_on === '' ? null : typed.gone_on,
      },
    });
  };
  const name = vehicle?.plate ?? code;
  return (
    <EntryDialog<VehicleFields, Vehicle>
      title={t(vehicle ? 'people.vehicle.change' : 'people.vehicle.addTo', { name })}
      initial={vehicle ? fieldsOf(vehicle) : { plate: '', space: '', note: '', gone_on: '' }}
      version={vehicle?.version}
      labels={{
        plate: t('people.vehicle.plate'),
        space: t('people.vehicle.space'),
        note: t('people.field.note'),
        gone_on: t('people.vehicle.goneOn'),
      }}
      asFields={fieldsOf}
      send={send}
      onSaved={saved}
      onClose={onClose}
    >
      {() => <VehicleItems isNew={vehicle === null} />}
    </EntryDialog>
  );
}

function VehicleItems({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation();
  const message = t('people.needed', { field: t('people.vehicle.plate') });
  return (
    <div className="zs-entry-grid">
      <Form.Item
        name="plate"
        label={t('people.vehicle.plate')}
        rules={[{ required: true, whitespace: true, message }]}
      >
        <Input maxLength={20} autoComplete="off" placeholder={t('people.vehicle.plateHint')} />
      </Form.Item>
      <Form.Item name="space" label={t('people.vehicle.space')}>
        <Input maxLength={20} placeholder={t('people.vehicle.spaceHint')} />
      </Form.Item>
      <Form.Item name="note" label={t('people.field.note')}>
        <Input maxLength={100} placeholder={t('people.vehicle.noteHint')} />
      </Form.Item>
      <Form.Item
        name="gone_on"
        label={t('people.vehicle.goneOn')}
        extra={t('people.vehicle.goneHint')}
        hidden={isNew}
      >
        <Input type="date" />
      </Form.Item>
    </div>
  );
}
