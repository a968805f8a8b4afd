import type { Language } from '../../platform/language.ts';

/** The texts of the Identity Provider's pages. {@link fill} replaces `{app}` and the like. */
const texts = {
  en: {
    signInTitle: 'Sign in to {app}',
    signInIntro: 'Choose who signs in. The emulator’s users need no password.',
    signInTenantIntro:
      'Choose who signs in and which tenant the app gets. The emulator’s users need no password.',
    continueAs: 'Continue',
    notInstalled: 'app not installed',
    noTenants: 'member of no tenant',
    noUser: 'No user fits this request.',
    cancel: 'Cancel',
    errorTitle: 'Sign-in is not possible',
    errorIntro: 'The app’s request is faulty, and it is not safe to send you back to the app.',
    signedOutTitle: 'Signed out',
    signedOut: 'You are signed out.',
    deviceTitle: 'Connect a device',
    deviceIntro: 'Enter the code that the device shows.',
    deviceCode: 'Code',
    deviceNext: 'Next',
    deviceUnknown: 'The code {code} is unknown or has expired.',
    deviceFor: 'The device with the code {code} wants to sign in to {app}.',
    deviceDone: 'Done. You can go back to the device.',
    deviceDeclined: 'Declined. The device receives an error.',
  },
  de: {
    signInTitle: 'Bei {app} anmelden',
    signInIntro: 'Wählen Sie, wer sich anmeldet. Die Benutzer des Emulators brauchen kein Passwort.',
    signInTenantIntro:
      'Wählen Sie, wer sich anmeldet und welchen Mandanten die App bekommt. Die Benutzer des Emulators brauchen kein Passwort.',
    continueAs: 'Weiter',
    notInstalled: 'App nicht installiert',
    noTenants: 'in keinem Mandanten Mitglied',
    noUser: 'Kein Benutzer passt zu dieser Anfrage.',
    cancel: 'Abbrechen',
    errorTitle: 'Anmeldung nicht möglich',
    errorIntro: 'Die Anfrage der App ist fehlerhaft, und es wäre nicht sicher, Sie zur App zurückzuschicken.',
    signedOutTitle: 'Abgemeldet',
    signedOut: 'Sie sind abgemeldet.',
    deviceTitle: 'Gerät verbinden',
    deviceIntro: 'Geben Sie den Code ein, den das Gerät anzeigt.',
    deviceCode: 'Code',
    deviceNext: 'Weiter',
    deviceUnknown: 'Der Code {code} ist unbekannt oder abgelaufen.',
    deviceFor: 'Das Gerät mit dem Code {code} möchte sich bei {app} anmelden.',
    deviceDone: 'Fertig. Sie können zum Gerät zurückkehren.',
    deviceDeclined: 'Abgelehnt. Das Gerät erfährt es.',
  },
} as const;

export type Texts = Readonly<Record<keyof (typeof texts)['en'], string>>;

/** @returns the texts in a language */
export function textsFor(language: Language): Texts {
  return texts[language];
}

/** @returns the text with `{name}` replaced by the value of that name */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
