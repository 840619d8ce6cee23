import { SafetyOutlined, UserOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Capability } from '../app/capability';

const coverage: Capability = {
  routes: [
    { path: 'coverage', page: () => import('./CoveragePage'), verb: 'read_coverage' },
    { path: 'mine', page: () => import('./MyDutyPage'), verb: 'read_coverage' },
  ],
  headerSlot: lazy(() => import('./HolderSlot')),
  menu: [
    {
      path: 'mine',
      label: 'coverage.mine',
      icon: <UserOutlined />,
      pcOrder: 40,
      phoneTab: 1,
      verb: 'read_coverage',
    },
    {
      path: 'coverage',
      label: 'coverage.menu',
      icon: <SafetyOutlined />,
      pcOrder: 15,
      phoneTab: 4,
      verb: 'read_coverage',
    },
  ],
};

export default coverage;
