import type { EnglishOf } from '../shared/i18n/words';
import type zh from './zh';

const en: EnglishOf<typeof zh> = {
  title: 'Notices today',
  write: 'Write a notice',
  none: 'No notices today',
  noneNext:
    'Water and power cuts, lifts under repair, agreed answers: whoever answers goes by them.',
  until: 'until {{time}}',
  run: '{{from}} to {{until}}',
  by: 'by {{name}}',
  somebody: 'a colleague',
  coming_one: '{{count}} still to come',
  coming_other: '{{count}} still to come',
  shown_one: '{{count}} notice today',
  shown_other: '{{count}} notices today',
  past: 'Notices that are over',
  pastNone: 'None was over in the last 30 days',
  withdrawnAt: 'withdrawn {{time}}',
  edit: 'Edit',
  editNamed: 'Edit the notice {{title}}',
  withdraw: 'Withdraw',
  withdrawNamed: 'Withdraw the notice {{title}}',
  withdrawAsk: 'Withdraw this notice? It is shown no longer; the record stays.',
  withdrawn: 'Withdrawn',
  saved: 'The notice is published',
  changed: 'The notice is changed',
  eraseExplain:
    'Title and text of this notice are deleted for good; its times and who wrote it stay.',
  form: {
    write: 'Write a notice',
    edit: 'Edit the notice',
    title: 'Title',
    titleHint: 'e.g. No water in building 3',
    text: 'Text',
    textHint: 'What it is, until when, what to tell callers',
    until: 'Until',
    from: 'From',
    fromNow: 'At once',
    fromLater: 'Begins later',
    publish: 'Publish',
    save: 'Save',
  },
  end: { today: 'Today 18:00', tomorrow: 'Tomorrow 09:00', sunday: 'This Sunday' },
  refusal: {
    notice_withdrawn: 'The notice was withdrawn; write another one if it is still needed',
    notice_over: 'The notice is over; write another one if it is still needed',
  },
};

export default en;
