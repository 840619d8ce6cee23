import { Checkbox, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../shared/time';
import { useTime } from '../shared/useTime';
import type { Document } from './model';
import type { Adoption } from './useRegulation';
import { useRegulationWords } from './words';

/** What is chosen: which posts, and from when. */
export interface AdoptChoice {
  posts: string[];
  soon: boolean;
  date: string;
  time: string;
}

export function emptyChoice(posts: string[]): AdoptChoice {
  return { posts, soon: true, date: '', time: '09:00' };
}

/** The choice as it is sent; null while date or time are missing. */
export function useAdoption(): (choice: AdoptChoice) => Adoption | null {
  const { utcOffsetMinutes } = useTime();
  return ({ posts, soon, date, time }) => {
    if (soon) return { posts, effective_at: null };
    const at = instantOf(date, time, utcOffsetMinutes);
    return Number.isNaN(at) ? null : { posts, effective_at: at };
  };
}

interface AdoptFieldsProps {
  document: Document;
  choice: AdoptChoice;
  onChoice: (choice: AdoptChoice) => void;
}

export function AdoptFields({ document, choice, onChoice }: AdoptFieldsProps) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  return (
    <div className="zs-reg-form">
      <p>{t('regulation.publish.explain')}</p>
      <fieldset>
        <legend>{t('regulation.publish.posts')}</legend>
        <Checkbox.Group
          value={choice.posts}
          options={document.posts.map((post) => ({
            value: post.key,
            label: words.text(post.name),
          }))}
          onChange={(posts) => {
            onChoice({ ...choice, posts });
          }}
        />
      </fieldset>
      {choice.posts.length > 0 ? <WhenFields choice={choice} onChoice={onChoice} /> : null}
    </div>
  );
}

function WhenFields({ choice, onChoice }: Omit<AdoptFieldsProps, 'document'>) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('regulation.publish.when')}</legend>
      <Radio.Group
        value={choice.soon}
        options={[
          { value: true, label: t('regulation.publish.soon') },
          { value: false, label: t('regulation.publish.at') },
        ]}
        onChange={(event) => {
          onChoice({ ...choice, soon: Boolean(event.target.value) });
        }}
      />
      {choice.soon ? null : (
        <>
          <div className="zs-reg-when">
            <Input
              type="date"
              aria-label={t('regulation.publish.date')}
              value={choice.date}
              onChange={(event) => {
                onChoice({ ...choice, date: event.target.value });
              }}
            />
            <Input
              type="time"
              aria-label={t('regulation.publish.time')}
              value={choice.time}
              onChange={(event) => {
                onChoice({ ...choice, time: event.target.value });
              }}
            />
          </div>
          <p className="zs-muted">
            {t(choice.date ? 'regulation.publish.atWhy' : 'regulation.publish.needTime')}
          </p>
        </>
      )}
    </fieldset>
  );
}
