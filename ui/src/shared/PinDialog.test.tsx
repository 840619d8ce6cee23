import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Button } from 'antd';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { renderPage } from '../testing/renderPage';
import { usePin, type PinRequest } from './pin';
import { Problem } from './problem';

function Asking({ request }: { request: PinRequest }) {
  const askPin = usePin();
  const [answer, setAnswer] = useState('-');
  const ask = async () => {
    const signed = await askPin(request);
    setAnswer(signed ? `${signed.personId}/${signed.pin}` : 'cancelled');
  };
  return (
    <>
      <Button onClick={() => void ask()}>ask</Button>
      <output>{answer}</output>
    </>
  );
}

const WANG = { id: 'w', name: '王芳', note: '客服前台' };
const LI = { id: 'l', name: '李建国' };
const open = async (request: PinRequest) => {
  renderPage(<Asking request={request} />);
  await userEvent.click(screen.getByRole('button', { name: 'ask' }));
  return screen.findByRole('dialog');
};
const sign = () => screen.getByRole('button', { name: '确认签名' });
const answer = () => screen.getByRole('status').textContent;

it('takes the only person without asking and needs four digits', async () => {
  await open({ persons: [WANG] });
  const field = await screen.findByLabelText(/签名密码/);
  await waitFor(() => {
    expect(document.activeElement).toBe(field);
  });
  await userEvent.type(field, '12a3');
  expect(field).toHaveProperty('value', '123');
  expect(sign()).toHaveProperty('disabled', true);
  await userEvent.type(field, '4567');
  expect(field).toHaveProperty('value', '123456');
  await userEvent.click(sign());
  await waitFor(() => {
    expect(answer()).toBe('w/123456');
  });
});

it('asks who signs among several', async () => {
  await open({ persons: [WANG, LI] });
  expect(screen.queryByLabelText(/签名密码（/)).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: /李建国/ }));
  await userEvent.type(await screen.findByLabelText(/签名密码（/), '2580{Enter}');
  await waitFor(() => {
    expect(answer()).toBe('l/2580');
  });
});

it('stays open at a wrong PIN and says so, then accepts the right one', async () => {
  const submit = vi.fn(({ pin }: { pin: string }) =>
    pin === '2580'
      ? Promise.resolve()
      : Promise.reject(new Problem({ status: 422, code: 'pin_wrong' })),
  );
  await open({ persons: [WANG], submit });
  const field = await screen.findByLabelText(/签名密码（/);
  await userEvent.type(field, '1111{Enter}');
  expect(await screen.findByText('签名密码不正确，请重新输入')).toBeTruthy();
  expect(field).toHaveProperty('value', '');
  expect(answer()).toBe('-');
  await userEvent.type(field, '2580{Enter}');
  await waitFor(() => {
    expect(answer()).toBe('w/2580');
  });
  expect(submit).toHaveBeenCalledTimes(2);
});

it('shows any other refusal in the server’s words', async () => {
  const detail = '清点未完成，不能签字';
  const submit = () => Promise.reject(new Problem({ status: 409, code: 'refused', detail }));
  await open({ persons: [WANG], submit });
  await userEvent.type(await screen.findByLabelText(/签名密码（/), '2580{Enter}');
  expect(await screen.findByText(detail)).toBeTruthy();
});

it('answers null when cancelled', async () => {
  await open({ persons: [WANG] });
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  await waitFor(() => {
    expect(answer()).toBe('cancelled');
  });
});

it('says when nobody can sign', async () => {
  await open({ persons: [] });
  expect(screen.getByText('没有可选的签名人，请联系主管')).toBeTruthy();
});
