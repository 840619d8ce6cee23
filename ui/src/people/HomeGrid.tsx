import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../shared/useIsPhone';
import { buildingsOf, type Building, type Home } from './model';

interface HomeGridProps {
  homes: readonly Home[];
  onOpen: (code: string) => void;
}

/** One building at a time, its homes by unit. */
export function HomeGrid({ homes, onOpen }: HomeGridProps) {
  const { t } = useTranslation();
  const buildings = buildingsOf(homes);
  const [chosen, setChosen] = useState<string | null>(null);
  const building = buildings.find((one) => one.name === chosen) ?? buildings[0];
  if (!building) return null;
  return (
    <section className="zs-panel">
      <BuildingChoice buildings={buildings} value={building.name} onChange={setChosen} />
      {building.units.map((unit) => (
        <div key={unit.name}>
          <h2 className="zs-h2">
            {building.name} {unit.name}{' '}
            <small className="zs-muted">
              {t('people.homes.count', { n: unit.homes.length, count: unit.homes.length })}
            </small>
          </h2>
          <ul className="zs-home-grid">
            {unit.homes.map((home) => (
              <li key={home.id}>
                <button
                  type="button"
                  title={home.code}
                  onClick={() => {
                    onOpen(home.code);
                  }}
                >
                  {home.number}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface BuildingChoiceProps {
  buildings: readonly Building[];
  value: string;
  onChange: (name: string) => void;
}

/** Side by side while they fit, otherwise a list. */
function BuildingChoice({ buildings, value, onChange }: BuildingChoiceProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const options = buildings.map((one) => ({
    value: one.name,
    label: `${one.name} (${t('people.homes.count', { n: one.count, count: one.count })})`,
  }));
  const label = t('people.field.building');
  if (buildings.length > (isPhone ? 2 : 8)) {
    return (
      <Select
        showSearch
        optionFilterProp="label"
        aria-label={label}
        className="zs-home-buildings"
        value={value}
        options={options}
        onChange={onChange}
      />
    );
  }
  return <Segmented aria-label={label} value={value} options={options} onChange={onChange} />;
}
