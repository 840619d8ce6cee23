import { ProfileOutlined } from '@ant-design/icons';
import type { Capability } from '../app/capability';

const report: Capability = {
  routes: [{ path: 'reports/day', page: () => import('./DayReportPage'), verb: 'read_reports' }],
  menu: [
    {
      path: 'reports/day',
      label: 'report.menu',
      icon: <ProfileOutlined />,
      pcOrder: 37,
      verb: 'read_reports',
    },
  ],
};

export default report;
