import { KeyOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Capability } from '../app/capability';

const access: Capability = {
  routes: [
    { path: 'account', page: () => import('./MyAccountPage') },
    { path: 'accounts', page: () => import('./AccountsPage'), verb: 'unlock_accounts' },
  ],
  menu: [
    {
      path: 'accounts',
      label: 'access.accounts.menu',
      icon: <KeyOutlined />,
      pcOrder: 70,
      verb: 'unlock_accounts',
    },
  ],
  banner: lazy(() => import('./FirstPasswordNotice')),
};

export default access;
