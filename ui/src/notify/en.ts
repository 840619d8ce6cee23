import type zh from './zh';

const en: typeof zh = {
  title: {
    post_unattended: 'Nobody at {{post}}',
    post_left_for_emergency: 'Emergency: {{post}} was left, nobody is there',
    post_gap: '{{post}} has no holder',
    obligation_due: '{{rule}} is overdue',
    obligation_soon: '{{rule}} is due now',
    relief_asked: '{{post}} asks for relief',
    line_given: 'The line of {{post}} is being given to you',
    order_dispatched: 'New work order {{number}}',
    urgent_order: 'Urgent work order {{number}}',
    order_returned: 'Work order {{number}} came back',
    order_taken_away: 'Work order {{number}} was given to somebody else',
    complaint_registered: 'New complaint {{number}}',
    complaint_told: 'Complaint {{number}} was reported to you',
    handover_refused: 'The handover of {{post}} was refused',
    other: 'Something at {{post}} needs you',
  },
  rule: {
    sign_in: 'Sign-in',
    take_over: 'Taking over',
    relief_confirmation: 'Confirming a relief',
    handover: 'Handover',
    witness: 'Witness of a double shift',
    dispatch: 'Dispatch',
    arrive: 'Arrival',
    finish: 'Finishing',
    first_reply: 'First reply',
    callback: 'Callback',
    appointment: 'Appointment',
    other: 'A deadline',
  },
  somePost: 'a post',
  due: 'due {{time}}',
  open: 'Open',
  seen: 'Seen',
  answer: { coming: 'On my way', by_phone: 'By phone', received: 'Received' },
  done: '{{time}} {{name}} dealt with it: {{title}}',
  answered: '{{time}} {{name}} answered first, “{{answer}}”: {{title}}',
};

export default en;
