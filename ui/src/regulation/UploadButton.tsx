import { UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

const AT_MOST_BYTES = 1024 * 1024;

/** Reads a text file into the page; it is not sent anywhere before it is saved. */
export function UploadButton({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const field = useRef<HTMLInputElement>(null);
  const read = async (file: File) => {
    if (file.size > AT_MOST_BYTES) {
      void message.error(t('regulation.beginning.tooLarge', { name: file.name }));
      return;
    }
    const text = await file.text();
    // A file of another kind has zero bytes or cannot be read as UTF-8.
    if (text.includes('\u0000') || text.includes('\uFFFD')) {
      void message.error(t('regulation.beginning.notText', { name: file.name }));
      return;
    }
    onText(text.replaceAll('\r\n', '\n'));
  };
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        accept=".toml,text/plain,application/toml"
        aria-label={t('regulation.beginning.upload')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void read(file);
        }}
      />
      <Button icon={<UploadOutlined />} onClick={() => field.current?.click()}>
        {t('regulation.beginning.upload')}
      </Button>
    </>
  );
}
