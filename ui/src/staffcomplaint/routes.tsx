import { SafetyOutlined } from '@ant-design/icons';
import type { Capability } from '../app/capability';

const staffcomplaint: Capability = {
  routes: [
    {
      path: 'staffcomplaint',
      page: () => import('./StaffComplaintsPage'),
      verb: 'handle_staff_complaints',
    },
  ],
  menu: [
    {
      path: 'staffcomplaint',
      label: 'staffcomplaint.menu',
      icon: <SafetyOutlined />,
      pcOrder: 45,
      verb: 'handle_staff_complaints',
    },
  ],
};

export default staffcomplaint;
