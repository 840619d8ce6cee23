import type zh from './zh';

const en: typeof zh = {
  title: {
    post_unattended: 'Nobody at {{post}}',
    post_gap: '{{post}} has no holder',
    obligation_due: '{{rule}} is overdue',
    relief_asked: '{{post}} asks for relief',
    line_given: 'The line of {{post}} is being given to you',
    order_dispatched: 'New work order {{number}}',
    order_urgent: 'Urgent work order {{number}}',
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
};

export default en;
