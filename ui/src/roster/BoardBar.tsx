import { PrinterOutlined, ThunderboltOutlined, UndoOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../shared/community';
import { useTime } from '../shared/useTime';
import type { OpenDialog } from './BoardDialogs';
import type { Roster } from './model';
import { SaveState } from './SaveState';
import type { CellEdits } from './useCellEdits';

const METHODS = ['rotate', 'copy', 'cycle'] as const;

interface BoardBarProps {
  roster: Roster;
  edits: CellEdits;
  editable: boolean;
  onUndo: () => boolean;
  onDialog: (dialog: OpenDialog) => void;
}

/** State of the roster and of what was typed, and what can be done. */
export function BoardBar({ roster, edits, editable, onUndo, onDialog }: BoardBarProps) {
  const { t } = useTranslation();
  const time = useTime();
  const mayChange = useMay('publish_roster');
  const mayPublish = mayChange && roster.state === 'draft';
  return (
    <div className="zs-roster-tools zs-no-print">
      <span className={`zs-roster-state zs-roster-state-${roster.state}`}>
        {t(`roster.state.${roster.state}`)}
      </span>
      <span className="zs-muted">
        {roster.published_at == null
          ? null
          : t('roster.publishedAt', { time: time.format(roster.published_at, 'short') })}
      </span>
      {editable ? <SaveState edits={edits} /> : null}
      {roster.state === 'published' && mayChange ? (
        <span className="zs-muted">{t('roster.grid.publishedHint')}</span>
      ) : null}
      <span className="zs-roster-acts">
        {editable ? <EditTools edits={edits} onUndo={onUndo} onDialog={onDialog} /> : null}
        <Button
          icon={<PrinterOutlined />}
          onClick={() => {
            window.print();
          }}
        >
          {t('roster.print.action')}
        </Button>
        {mayPublish ? (
          <Button
            type="primary"
            disabled={edits.waiting.length > 0}
            onClick={() => {
              onDialog({ kind: 'publish' });
            }}
          >
            {t('roster.publish.action')}
          </Button>
        ) : null}
      </span>
    </div>
  );
}

type EditToolsProps = Pick<BoardBarProps, 'edits' | 'onUndo' | 'onDialog'>;

function EditTools({ edits, onUndo, onDialog }: EditToolsProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const items = METHODS.map((method) => ({
    key: method,
    label: (
      <span className="zs-roster-method">
        {t(`roster.fill.${method}`)}
        {method === 'cycle' ? null : <small>{t(`roster.fill.${method}Why`)}</small>}
      </span>
    ),
    onClick: () => {
      onDialog({ kind: 'fill', method });
    },
  }));
  return (
    <>
      <Tooltip title={t('roster.grid.keys')}>
        <Button type="text">{t('roster.grid.keysShort')}</Button>
      </Tooltip>
      <Button
        icon={<UndoOutlined />}
        disabled={!edits.canUndo}
        onClick={() => {
          if (!onUndo()) void message.info(t('roster.save.nothing'));
        }}
      >
        {t('roster.save.undo')}
      </Button>
      <Dropdown menu={{ items }} trigger={['click']} disabled={edits.waiting.length > 0}>
        <Button icon={<ThunderboltOutlined />}>{t('roster.fill.menu')}</Button>
      </Dropdown>
    </>
  );
}
