import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import './externalcase.css';
import { ReplySheet } from './ReplySheet';
import './replySheet.css';
import { useCase } from './useCase';

/** 回复单: one A4 page that goes to the source with the reply. */
export default function ReplySheetPage() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const { id = '' } = useParams();
  const one = useCase(id);
  return (
    <Page
      narrow
      title={t('externalcase.sheet.open')}
      extra={
        <Link className="zs-no-print" to={path(`externalcase/${id}`)}>
          {t('externalcase.sheet.back')}
        </Link>
      }
      actions={
        <Button
          icon={<PrinterOutlined />}
          disabled={one.data === undefined}
          onClick={() => {
            window.print();
          }}
        >
          {t('externalcase.sheet.print')}
        </Button>
      }
    >
      <Loaded query={one}>{(data) => <ReplySheet one={data} />}</Loaded>
    </Page>
  );
}
