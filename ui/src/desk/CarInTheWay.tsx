import { CarOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import type { components } from '../api/schema';
import type { PartProps } from './IntakeParts';

type Vehicle = components['schemas']['VehicleView'];

/** Fewer characters are the plate of half the garage. */
const FEWEST = 4;

/** The plate of the car that is in the way, and the homes it may belong to. */
export function CarInTheWay({ intake, set }: PartProps) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const plate = useDeferredValue(intake.plate.trim());
  const found = useQuery({
    queryKey: communityKey(community, 'desk', 'vehicles', plate),
    queryFn: () =>
      ok(
        api.POST('/api/c/{community}/vehicles/search', {
          params: { path: { community } },
          body: { words: plate },
        }),
      ),
    enabled: plate.length >= FEWEST,
  });
  const vehicles = plate.length >= FEWEST ? found.data : undefined;
  return (
    <>
      <Form.Item label={t('desk.car.plate')} htmlFor="zs-plate">
        <Input
          id="zs-plate"
          autoComplete="off"
          maxLength={20}
          placeholder={t('desk.car.plateHint')}
          value={intake.plate}
          onChange={(event) => {
            set({ plate: event.target.value.toUpperCase() });
          }}
        />
      </Form.Item>
      {vehicles?.length === 0 ? <p className="zs-desk-hint">{t('desk.car.unknown')}</p> : null}
      {vehicles?.length ? (
        <ul className="zs-desk-cards">
          {vehicles.map((one) => (
            <VehicleCard
              key={one.id}
              vehicle={one}
              chosen={one.plate === intake.plate}
              onChoose={() => {
                set({ plate: one.plate });
              }}
            />
          ))}
        </ul>
      ) : null}
    </>
  );
}

interface VehicleCardProps {
  vehicle: Vehicle;
  chosen: boolean;
  onChoose: () => void;
}

function VehicleCard({ vehicle, chosen, onChoose }: VehicleCardProps) {
  const { t } = useTranslation();
  return (
    <li className={chosen ? 'zs-desk-card zs-desk-card-chosen' : 'zs-desk-card'}>
      <div className="zs-desk-card-who">
        <CarOutlined aria-hidden /> <strong>{vehicle.plate}</strong>
        <span>{vehicle.room_code}</span>
        <span>{[vehicle.space, vehicle.note].filter(Boolean).join(' · ')}</span>
        {chosen ? null : (
          <Button size="small" type="primary" ghost onClick={onChoose}>
            {t('desk.car.choose')}
          </Button>
        )}
      </div>
    </li>
  );
}
