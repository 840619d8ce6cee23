import type zh from './zh';

const en: typeof zh = {
  signIn: {
    title: 'Sign in',
    welcome: 'Welcome to Zhishou',
    login: 'Phone number or account',
    loginNeeded: 'Enter your phone number or account',
    password: 'Password',
    passwordNeeded: 'Enter your password',
    submit: 'Sign in',
    device: 'Device name',
    deviceHint: 'So that you know it in the list of devices, e.g. front desk PC',
    deviceNeeded: 'Name this device',
    deviceDefaultPc: 'PC',
    deviceDefaultPhone: 'Phone',
    forgot: 'Forgot the password? Your supervisor or administrator can reset it.',
    again: 'Your session has ended',
    againWhy: 'Please sign in again. The page and what you typed are still here.',
  },
  brand: {
    line1: 'Always someone on post, nothing lost between shifts',
    line2:
      'What the regulation says, the system does: everything has a deadline, an owner and a record.',
    ring: 'Three shifts that join into 24 hours',
  },
  refusal: {
    setup_link_spent:
      'The set-up link was used or has expired. Restart Zhishou on the server to get a new one',
  },
  setup: {
    title: 'First set-up',
    intro:
      'This link works once. Fill this in and you can sign in; all of it can be changed later.',
    stepPlace: 'Community',
    stepRegulation: 'Regulation',
    stepAdministrator: 'Administrator',
    community: 'Name of the community',
    communityHint: 'e.g. Demo Gardens',
    preset: 'Choose a duty regulation to start from',
    presetHint: 'You can change each clause later and adopt several regulations at once.',
    presetNeeded: 'Choose a duty regulation',
    name: 'Name',
    account: 'Account',
    accountHint: 'Letters or digits, for signing in',
    phone: 'Mobile number',
    phoneHint: 'Also for signing in',
    password: 'Password',
    passwordHint: 'At least 8 characters',
    passwordShort: 'The password needs at least 8 characters',
    passwordAgain: 'Password again',
    passwordDiffers: 'The two passwords differ',
    pin: 'Signing PIN',
    pinHint: '4 to 6 digits, to sign handovers and the like; not your password',
    pinShort: 'Enter 4 to 6 digits',
    needed: 'Please fill in: {{field}}',
    next: 'Next',
    previous: 'Back',
    finish: 'Finish set-up',
    doneTitle: 'Set-up is done',
    doneWhy: 'You are signed in as administrator. Next, add people and make a roster.',
    toSignIn: 'Sign in',
    enter: 'Enter the community',
    badTitle: 'This link does not work',
    badWhy:
      'The set-up link was used or has expired. Restart Zhishou on the server; its terminal shows a new one.',
  },
};
export default en;
