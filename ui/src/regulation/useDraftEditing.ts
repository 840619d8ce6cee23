import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { useDraft } from '../shared/useDraft';
import type { Document, Draft } from './model';
import { useAdoptedWords } from './AdoptDialog';
import { useDraftActs } from './useDraftActs';
import { useRenew, type Adoption } from './useRegulation';

/** What was typed, and the version of the stored draft that it began from. */
interface Typed {
  text: string;
  version: number;
}

/**
 * Editing one draft. What is typed is kept on the device until it is stored; the version it began
 * from goes with it, so that after a reload another person's work is still noticed.
 */
export function useDraftEditing(stored: Draft) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const kept = useDraft<Typed | null>(`regulation.draft.${stored.regulation_id}`, null, 'device');
  const acts = useDraftActs(stored.regulation_id);
  const renew = useRenew();
  const storedText = stored.text ?? '';
  const text = kept.value?.text ?? storedText;
  const dirty = kept.value !== null && kept.value.text !== storedText;

  const type = (next: string) => {
    kept.setValue((before) => ({ text: next, version: before?.version ?? stored.version }));
  };
  const save = async (version = kept.value?.version ?? stored.version) => {
    const draft = await acts.save.run({ version, text });
    if (!draft) return;
    await renew();
    // What was typed while it was being stored stays, on top of the new version.
    kept.setValue((now) =>
      now === null || now.text === text ? null : { text: now.text, version: draft.version },
    );
    void message.success(t('regulation.draft.saved'));
  };
  const submit = async () => {
    const draft = await acts.submit.run({ version: stored.version });
    await renew();
    if (draft) void message.success(t('regulation.draft.submitted'));
  };
  const conflict = acts.save.problem?.isConflict ? (acts.save.problem.current as Draft) : null;
  return {
    text,
    dirty,
    restored: kept.restored && dirty,
    type,
    save,
    submit,
    discard: kept.clear,
    acts,
    conflict,
    /** Save mine over what is stored now. */
    keepMine: async () => {
      if (conflict) await save(conflict.version);
    },
    takeTheirs: async () => {
      acts.save.dismiss();
      await renew();
      kept.clear();
    },
    /** Leaves both as they are: the dialog goes, what is typed stays unsaved. */
    decideLater: () => {
      acts.save.dismiss();
    },
  };
}

/** Publishes the draft and shows the version it became. */
export function usePublish(stored: Draft, document: Document | null) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const path = useCommunityPath();
  const renew = useRenew();
  const adoptedWords = useAdoptedWords(document);
  const { publish } = useDraftActs(stored.regulation_id);
  const run = async (adoption: Adoption) => {
    const line = await publish.run({ ...adoption, version: stored.version });
    if (!line) return;
    const done = t('regulation.publish.done', { n: line.number });
    const posts = t('regulation.publish.adopted', { posts: adoptedWords(line) });
    void message.success(line.adopted_by.length > 0 ? `${done}。${posts}` : done);
    await navigate(path(`regulation/version/${line.version_id}`));
    await renew();
  };
  return { run, problem: publish.problem, pending: publish.pending };
}
