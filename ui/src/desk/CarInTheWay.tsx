import { CarOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import type { PartProps } from './IntakeParts';

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
            <li
              key={one.id}
              className={
                one.plate === intake.plate ? 'zs-desk-card zs-desk-card-chosen' : 'zs-desk-card'
              }
            >
              <div className="zs-desk-card-who">
                <CarOutlined aria-hidden /> <strong>{one.plate}</strong>
                <span>{one.room_code}</span>
                <span>{[one.space, one.note].filter(Boolean).join(' · ')}</span>
                {one.plate === intake.plate ? null : (
                  <Button
                    size="small"
                    type="primary"
                    ghost
                    onClick={() => {
                      set({ plate: one.plate });
                    }}
                  >
                    {t('desk.car.choose')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
