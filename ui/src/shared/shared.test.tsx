import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form } from 'antd';
import { describe, expect, it, vi } from 'vitest';
import { chooseLanguage } from './i18n/i18n';
import { renderPage } from '../testing/renderPage';
import { AlertBell } from './AlertBell';
import { ConflictDialog } from './ConflictDialog';
import { Masked } from './Masked';
import { PhoneField } from './PhoneField';
import { Problem } from './problem';
import { ProblemAlert } from './ProblemAlert';
import { serverClock } from './clock';

describe('ProblemAlert', () => {
  it('says what, where and offers to try again', async () => {
    const retry = vi.fn();
    const problem = new Problem({
      status: 422,
      code: 'invalid',
      title: 'Unprocessable Entity',
      detail: '请改正以下各项',
      errors: [{ pointer: '/phone', detail: '号码位数不对' }],
    });
    renderPage(<ProblemAlert problem={problem} onRetry={retry} fields={{ '/phone': '电话' }} />);
    const alert = screen.getByRole('alert');
    for (const text of ['请改正以下各项', '电话：号码位数不对']) {
      expect(alert.textContent).toContain(text);
    }
    // The short name of the HTTP status is nothing for people.
    expect(alert.textContent).not.toContain('Unprocessable');
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('takes its own sentence for a known code in English', async () => {
    const problem = new Problem({ status: 422, code: 'pin_wrong', detail: '签名密码不正确' });
    await chooseLanguage('en');
    try {
      renderPage(<ProblemAlert problem={problem} />);
      expect(screen.getByRole('alert').textContent).toContain('The PIN is wrong');
    } finally {
      await chooseLanguage('zh-CN');
    }
  });

  it('speaks for a silent server and is absent without a problem', () => {
    const { container } = renderPage(
      <>
        <ProblemAlert problem={null} />
        <ProblemAlert problem={new Problem({ status: 0, code: 'network' })} />
      </>,
    );
    expect(container.querySelectorAll('[role=alert]')).toHaveLength(1);
    expect(screen.getByText(/连接不上服务器/)).toBeTruthy();
  });
});

describe('ConflictDialog', () => {
  it('shows only what differs and lets one choose', async () => {
    const keep = vi.fn();
    const take = vi.fn();
    renderPage(
      <ConflictDialog
        open
        fields={[
          { name: 'room', label: '房号' },
          { name: 'content', label: '内容' },
          { name: 'remark', label: '备注' },
        ]}
        mine={{ room: '1201', content: '厨房漏水', remark: '' }}
        theirs={{ room: '1202', content: '厨房漏水', remark: null }}
        onKeepMine={keep}
        onTakeTheirs={take}
        onClose={vi.fn()}
      />,
    );
    expect(screen.getByRole('rowheader', { name: '房号' })).toBeTruthy();
    expect(screen.queryByRole('rowheader', { name: '内容' })).toBeNull();
    expect(screen.queryByRole('rowheader', { name: '备注' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '保留我的' }));
    await userEvent.click(screen.getByRole('button', { name: '采用已保存的' }));
    expect([keep.mock.calls.length, take.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('Masked', () => {
  it('asks a reason when browsing, then shows the number', async () => {
    const reveal = vi.fn((_reason: string | null) => Promise.resolve('13812345678'));
    renderPage(<Masked masked="138****5678" reveal={reveal} needsReason label="张女士" />);
    expect(screen.getByText('138 **** 5678')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '张女士 查看完整号码' }));
    expect(reveal).not.toHaveBeenCalled();
    await userEvent.click(await screen.findByRole('button', { name: '电话回访' }));
    await userEvent.click(screen.getByRole('button', { name: '查看完整号码' }));
    expect(reveal).toHaveBeenCalledWith('电话回访');
    const link = await screen.findByRole('link', { name: '拨打 13812345678' });
    expect(link.getAttribute('href')).toBe('tel:13812345678');
    await userEvent.click(screen.getByRole('button', { name: '隐藏号码' }));
    expect(screen.getByText('138 **** 5678')).toBeTruthy();
  });

  it('needs no reason inside one’s own job and says when it was refused', async () => {
    const reveal = vi.fn(() =>
      Promise.reject(new Problem({ status: 403, code: 'forbidden', detail: '不是您的工单' })),
    );
    renderPage(<Masked masked="138****5678" reveal={reveal} needsReason={false} />);
    await userEvent.click(screen.getByRole('button', { name: '查看完整号码' }));
    expect(reveal).toHaveBeenCalledWith(null);
    expect(await screen.findByText('不是您的工单')).toBeTruthy();
  });
});

describe('PhoneField', () => {
  it('cleans a pasted number and reports it, and leaves other pastes alone', async () => {
    const complete = vi.fn();
    renderPage(
      <Form>
        <Form.Item name="phone" label="电话">
          <PhoneField onComplete={complete} />
        </Form.Item>
      </Form>,
    );
    const field = screen.getByLabelText('电话');
    await userEvent.click(field);
    await userEvent.paste('＋86 138-1234-5678');
    expect(field).toHaveProperty('value', '13812345678');
    expect(complete).toHaveBeenCalledWith('13812345678');
    await userEvent.clear(field);
    await userEvent.paste('张先生');
    expect(field).toHaveProperty('value', '张先生');
  });
});

describe('AlertBell', () => {
  const alert = (id: string, title: string) => ({
    id,
    title,
    since_at: serverClock.now() - 65_000,
  });

  it('acknowledges, shows a failure, and never takes the focus', async () => {
    const acknowledge = vi
      .fn<(id: string) => Promise<void>>()
      .mockRejectedValueOnce(new Problem({ status: 0, code: 'network' }))
      .mockResolvedValueOnce();
    const alerts = [alert('a', '前台无人在位'), alert('b', '派单超时')];
    renderPage(
      <>
        <input aria-label="typing" />
        <AlertBell alerts={alerts} onAcknowledge={acknowledge} />
      </>,
    );
    const typing = screen.getByLabelText('typing');
    typing.focus();
    expect(screen.getByText('前台无人在位')).toBeTruthy();
    expect(screen.getAllByText(/已 1分5秒/)).toHaveLength(2);
    expect(screen.getByText('另有 1 条警报')).toBeTruthy();
    expect(document.activeElement).toBe(typing);
    const button = () => {
      const [first] = screen.getAllByRole('button', { name: '确认收到' });
      if (!first) throw new Error('no button to acknowledge');
      return first;
    };
    await userEvent.click(button());
    expect(await screen.findByText(/连接不上服务器/)).toBeTruthy();
    await userEvent.click(button());
    expect(acknowledge.mock.calls).toEqual([
      ['a', undefined],
      ['a', undefined],
    ]);
    await waitFor(() => {
      expect(screen.queryByText(/连接不上服务器/)).toBeNull();
    });
  });

  it('marks the title while it rings and gives it back', () => {
    vi.useFakeTimers();
    try {
      document.title = '工单 · 值守';
      const page = renderPage(
        <AlertBell alerts={[alert('a', '空岗')]} onAcknowledge={() => Promise.resolve()} />,
      );
      vi.advanceTimersByTime(1000);
      expect(document.title).toBe('🔔 警报 工单 · 值守');
      page.unmount();
      expect(document.title).toBe('工单 · 值守');
    } finally {
      vi.useRealTimers();
    }
  });
});
