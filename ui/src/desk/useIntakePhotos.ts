import { useState, type ClipboardEvent } from 'react';
import { newActId } from '../shared/actId';
import { sendRaw } from '../shared/api';
import { useCommunity } from '../shared/community';
import { downscale } from '../shared/photo';
import type { PickedPhoto } from '../shared/PhotoInput';
import { Problem } from '../shared/problem';

export const MOST_PICTURES = 6;

/** Pictures that were not sent although their contact is saved. */
export interface Unsent {
  contactId: string;
  number: string;
  photos: readonly PickedPhoto[];
  problem: unknown;
}

/** The pictures of the contact in the form: pasted or picked, sent when it is saved. */
export function useIntakePhotos() {
  const { id: community } = useCommunity();
  const [photos, setPhotos] = useState<PickedPhoto[]>([]);
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const [unreadable, setUnreadable] = useState(false);

  const onPaste = (event: ClipboardEvent) => {
    const pictures = picturesOf(event.clipboardData);
    if (pictures.length === 0) return;
    event.preventDefault();
    void Promise.allSettled(pictures.map(pickedOf)).then((results) => {
      const read = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      setUnreadable(read.length < results.length);
      setPhotos((before) => [...before, ...read].slice(0, MOST_PICTURES));
    });
  };

  /** Sends them one after the other; what fails stays, with the contact it belongs to. */
  const send = async (contact: { id: string; number: string }, all: readonly PickedPhoto[]) => {
    setUnsent(null);
    for (const [at, photo] of all.entries()) {
      try {
        await sendPicture(`/api/c/${community}/contacts/${contact.id}/photos`, photo);
      } catch (problem) {
        const { id: contactId, number } = contact;
        setUnsent({ contactId, number, photos: all.slice(at), problem });
        return;
      }
    }
  };
  return { photos, setPhotos, onPaste, send, unsent, setUnsent, unreadable };
}

/** A picture alone; a table or a text that brings a picture of itself along is text. */
function picturesOf(clipboard: DataTransfer): File[] {
  if (clipboard.getData('text/plain') !== '') return [];
  return [...clipboard.files].filter((file) => file.type.startsWith('image/'));
}

async function pickedOf(file: File): Promise<PickedPhoto> {
  return { id: newActId(), name: file.name, blob: await downscale(file) };
}

async function sendPicture(path: string, photo: PickedPhoto): Promise<void> {
  try {
    await sendRaw('POST', path, photo.blob, {
      'Content-Type': photo.blob.type,
      'Idempotency-Key': photo.id,
    });
  } catch (thrown) {
    // It arrived before although its answer was lost, or was pasted twice.
    if (!(thrown instanceof Problem) || thrown.code !== 'photo_already_there') throw thrown;
  }
}
