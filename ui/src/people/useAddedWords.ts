import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';

/** How much an import added, in a sentence; what stood there already is said as well. */
export function useAddedWords(): (added: components['schemas']['HomesAdded']) => string {
  const { t } = useTranslation();
  return ({ rooms, residents, known_residents: knownResidents }) =>
    t(knownResidents > 0 ? 'people.homes.addedKnown' : 'people.homes.added', {
      rooms,
      residents,
      known: knownResidents,
    });
}
