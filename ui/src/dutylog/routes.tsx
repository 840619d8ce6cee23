import { BookOutlined } from '@ant-design/icons';
import type { Capability } from '../app/capability';

const dutylog: Capability = {
  routes: [{ path: 'dutylog', page: () => import('./DutyLogPage'), verb: 'read_duty_log' }],
  menu: [
    {
      path: 'dutylog',
      label: 'dutylog.menu',
      icon: <BookOutlined />,
      pcOrder: 35,
      verb: 'read_duty_log',
    },
  ],
};

export default dutylog;
