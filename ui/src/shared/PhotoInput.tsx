import { CameraOutlined, CloseCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newActId } from './actId';
import { downscale } from './photo';

/** A picked photo, already small. `id` is made here, so that sending it twice counts once. */
export interface PickedPhoto {
  id: string;
  name: string;
  blob: Blob;
}

interface PhotoInputProps {
  value: readonly PickedPhoto[];
  onChange: (photos: PickedPhoto[]) => void;
  /** At most so many; six by default. */
  max?: number;
  /** Opens the rear camera at once on a phone, instead of offering the album as well. */
  cameraOnly?: boolean;
}

export function PhotoInput({ value, onChange, max = 6, cameraOnly = false }: PhotoInputProps) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const { take, working, troubles } = useTaking(value, onChange, max);
  return (
    <div className="zs-photos">
      <div className="zs-photo-row">
        {value.map((photo, index) => (
          <Preview
            key={photo.id}
            photo={photo}
            n={index + 1}
            onRemove={() => {
              onChange(value.filter((other) => other.id !== photo.id));
            }}
          />
        ))}
        {value.length < max ? (
          <Button
            className="zs-photo-add"
            icon={<CameraOutlined />}
            loading={working}
            onClick={() => picker.current?.click()}
          >
            {working ? t('shared.photo.working') : t('shared.photo.add')}
          </Button>
        ) : null}
      </div>
      <input
        ref={picker}
        type="file"
        accept="image/*"
        multiple={max > 1}
        capture={cameraOnly ? 'environment' : undefined}
        hidden
        aria-label={t('shared.photo.add')}
        onChange={(event) => {
          const files = Array.from(event.target.files ?? []);
          event.target.value = '';
          if (files.length > 0) void take(files);
        }}
      />
      <div role="alert" className="zs-field-error">
        {troubles.map((trouble) => (
          <div key={trouble}>{trouble}</div>
        ))}
      </div>
    </div>
  );
}

/** Makes picked files small; says which were too many or could not be read. */
function useTaking(
  value: readonly PickedPhoto[],
  onChange: (photos: PickedPhoto[]) => void,
  max: number,
) {
  const { t } = useTranslation();
  const [working, setWorking] = useState(false);
  const [troubles, setTroubles] = useState<string[]>([]);
  const take = async (files: File[]) => {
    setWorking(true);
    const said: string[] = [];
    const room = max - value.length;
    if (files.length > room) said.push(t('shared.photo.tooMany', { max }));
    const added: PickedPhoto[] = [];
    for (const file of files.slice(0, room)) {
      try {
        added.push({ id: newActId(), name: file.name, blob: await downscale(file) });
      } catch {
        said.push(t('shared.photo.unreadable', { name: file.name }));
      }
    }
    setTroubles(said);
    setWorking(false);
    if (added.length > 0) onChange([...value, ...added]);
  };
  return { take, working, troubles };
}

interface PreviewProps {
  photo: PickedPhoto;
  n: number;
  onRemove: () => void;
}

function Preview({ photo, n, onRemove }: PreviewProps) {
  const { t } = useTranslation();
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(photo.blob);
    if (image.current) image.current.src = url;
    return () => {
      URL.revokeObjectURL(url);
    };
  }, [photo.blob]);
  return (
    <span className="zs-photo">
      <img ref={image} alt={t('shared.photo.preview', { n })} />
      <button type="button" aria-label={t('shared.photo.remove', { n })} onClick={onRemove}>
        <CloseCircleFilled aria-hidden />
      </button>
    </span>
  );
}
