import { PrinterOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMay } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import { AdoptDialog } from './AdoptDialog';
import type { VersionLine } from './model';
import { Printed } from './Printed';
import { ReadView } from './ReadView';
import './regulation.css';
import './regulationEdit.css';
import './regulationRead.css';
import { SourceEditor } from './SourceEditor';
import { useVersion } from './useRegulation';
import { useRegulationWords } from './words';

/** One published version: its main points, the full text to print, and its source. */
export default function VersionPage() {
  const { t } = useTranslation();
  const { version = '' } = useParams();
  const words = useRegulationWords();
  const mayPublish = useMay('publish_regulation');
  const query = useVersion(version);
  const [adopting, setAdopting] = useState(false);
  return (
    <Loaded query={query}>
      {(data) => (
        <Page
          title={words.text(data.document.regulation.title)}
          extra={<Published line={data.line} />}
          actions={
            <>
              {mayPublish ? (
                <Button
                  type="primary"
                  onClick={() => {
                    setAdopting(true);
                  }}
                >
                  {t('regulation.version.adopt')}
                </Button>
              ) : null}
              <Button
                icon={<PrinterOutlined />}
                onClick={() => {
                  window.print();
                }}
              >
                {t('regulation.version.print')}
              </Button>
            </>
          }
        >
          <section className="zs-panel zs-reg-sheet">
            <VersionTabs document={data.document} printed={data.printed} source={data.source} />
            <p className="zs-muted zs-reg-digest">
              {t('regulation.version.digest')} <code>{data.line.digest}</code>
            </p>
          </section>
          {adopting ? (
            <AdoptDialog
              version={data.line}
              document={data.document}
              onClose={() => {
                setAdopting(false);
              }}
            />
          ) : null}
        </Page>
      )}
    </Loaded>
  );
}

function Published({ line }: { line: VersionLine }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <span className="zs-muted">
      {t('regulation.list.version', { n: line.number })} ·{' '}
      {t('regulation.list.published', { time: time.format(line.published_at, 'full') })}
    </span>
  );
}

interface VersionTabsProps {
  document: Parameters<typeof ReadView>[0]['document'] | null;
  printed: string | null;
  source: string;
}

/** The three ways to read a regulation. */
export function VersionTabs({ document, printed, source }: VersionTabsProps) {
  const { t } = useTranslation();
  const unread = <p className="zs-muted">{t('regulation.check.unread')}</p>;
  return (
    <Tabs
      items={[
        {
          key: 'read',
          label: t('regulation.tab.read'),
          children: document ? <ReadView document={document} /> : unread,
        },
        {
          key: 'printed',
          label: t('regulation.tab.printed'),
          children: printed ? <Printed markdown={printed} /> : unread,
        },
        {
          key: 'source',
          label: t('regulation.tab.source'),
          children: <SourceEditor value={source} label={t('regulation.tab.source')} />,
        },
      ]}
    />
  );
}
