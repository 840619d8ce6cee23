import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../access/session';
import { useCommunity } from '../shared/community';

/** The community one works in; a menu only for those who work in several. */
export function CommunitySwitcher() {
  const { t } = useTranslation();
  const community = useCommunity();
  const { memberships } = useSession();
  const navigate = useNavigate();
  if (memberships.length < 2) return <strong className="zs-community">{community.name}</strong>;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: memberships.map((one) => ({ key: one.community_id, label: one.community_name })),
        selectedKeys: [community.id],
        onClick: ({ key }) => void navigate(`/c/${key}`),
      }}
    >
      <Button
        type="text"
        className="zs-community"
        aria-label={`${t('app.community')} ${community.name}`}
      >
        {community.name} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
