/** What a value is that must not be shared, as its placeholder is called. */
export type PrivateKind =
  | 'secret'
  | 'user'
  | 'name'
  | 'email'
  | 'phone'
  | 'ip'
  | 'token-id'
  | 'file'
  | 'personal'
  | 'card'
  | 'account'
  | 'person-number'
  /** Named by the person who exports. */
  | 'chosen';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Names of fields, headers, parameters and claims without case, hyphens and underscores. */
const fields: readonly (readonly [PrivateKind, ReadonlySet<string>])[] = [
  [
    'secret',
    words(
      'verifytoken accesstoken clientsecret appsecret password passwd pwd secret apikey accesskey accesssecret authtoken ' +
        'refreshtoken idtoken token authorization proxyauthorization privatekey jwt assertion mtoken cookie setcookie ' +
        'signature sig sessionid sessiontoken credential credentials apisecret bottoken hmac authcode apitoken usertoken ' +
        'passphrase pass auth bearer otp cvv cvc sid phpsessid jsessionid connectsid secretkey signingkey encryptionkey sharedkey ' +
        'masterkey authkey authorizationcode devicecode codeverifier webhookkey subscriptionkey functionskey hubsignature256 samlrequest samlresponse',
    ),
  ],
  [
    'user',
    words(
      'userid uid useridentity sub fromid senderid personid memberid customerid contactid visitorid recipientid username ' +
        'login accountid employeeid subscriberid',
    ),
  ],
  [
    'name',
    words(
      'firstname lastname fullname displayname nickname givenname familyname middlename surname realname customername ' +
        'contactname sendername personname membername',
    ),
  ],
  ['email', words('email emailaddress mail emailid useremail')],
  [
    'phone',
    words(
      'phone phonenumber phoneno mobile mobilenumber mobileno mobilephone tel telephone telephonenumber msisdn landlinenumber cellphone userphone contactnumber',
    ),
  ],
  ['ip', words('ip ipaddress remoteaddress remoteaddr clientip realip userip forwardedfor')],
  ['token-id', words('jti')],
  ['file', words('filename')],
  [
    'personal',
    words(
      'dateofbirth birthdate birthday dob address street streetaddress zipcode postcode avatarurl ssn passport passportnumber ' +
        'nationalid taxid residentnumber driverlicense latitude longitude lat lng',
    ),
  ],
];

const persons = words('from sender user person member customer manager contact visitor profile userinfo userprofile');

/** What a field holds that must not be shared, by its own name and that of the object it stands in; null where nothing tells. */
export const privateKindOf = (name: string, parent = ''): PrivateKind | null => {
  const key = normal(name);
  for (const [kind, names] of fields) if (names.has(key)) return kind;
  if (
    /(?:secret|password|passphrase|apikey|accesskey|secretkey|signingkey|subscriptionkey|token|credential|assertion|signature(?:256|512)?)$/.test(
      key,
    )
  )
    return 'secret';
  if (!persons.has(normal(parent))) return null;
  return key === 'id' ? 'user' : key === 'name' ? 'name' : null;
};

const normal = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^x-/, '')
    .replaceAll(/[^a-z0-9]/g, '');

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;

/** Digits with spaces or hyphens between them. */
const digitsIn = (text: string): string => text.replaceAll(/[ -]/g, '');

/** ISO/IEC 7812-1, annex B: from the right, every second digit twice. */
const isCard = (text: string): boolean => {
  const digits = Array.from(digitsIn(text), Number).toReversed();
  const sum = digits.reduce(
    (all, digit, at) => all + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2),
    0,
  );
  return sum % 10 === 0;
};

/** ISO 13616-1: letters are numbers from 10 on, the first four signs go to the end, and the whole leaves 1 when divided by 97. */
const isAccount = (text: string): boolean => {
  const signs = digitsIn(text);
  const digits = Array.from(signs.slice(4) + signs.slice(0, 4), (sign) => String(Number.parseInt(sign, 36))).join('');
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
};

/** An address of IPv6 that is more than the signs of this machine or of none (RFC 4291 §2.5). */
const isForeign = (text: string): boolean => text.replaceAll(/[:0]/g, '').length > 1;

/** What tells by its form what it is; some of it has to add up as well. The IP addresses of this machine say nothing of anybody. */
export const privatePatterns: readonly (readonly [PrivateKind, RegExp, ((found: string) => boolean)?])[] = [
  [
    'card',
    /(?<![\w.-])(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6(?:011|4[4-9]\d|5\d\d)|35\d\d)(?:[ -]?\d{4}){3}(?![\w-]|\.\d)/g,
    isCard,
  ],
  ['card', /(?<![\w.-])3[47]\d\d[ -]?\d{6}[ -]?\d{5}(?![\w-]|\.\d)/g, isCard],
  ['account', /(?<![\w.-])[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\w-])/g, isAccount],
  // The number that every person in Korea has: the date of birth, then a digit for century and sex.
  ['person-number', /(?<![\w.-])\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}(?![\w-])/g],
  // The same in the United States.
  ['person-number', /(?<![\w.-])(?!000|666|9\d\d)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])/g],
  [
    'email',
    /[\p{L}\p{N}._%+-]{1,64}@(?!hidden\.invalid)(?:[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+|localhost(?![\p{L}\p{N}_-]))/gu,
  ],
  ['phone', /(?<![\w.])\+\d[\d ().-]{6,18}\d(?!\w)/g],
  ['phone', /(?<![\w.-])(?:0\d{1,3}|\(\d{2,4}\)|\d{3})[ -]?\d{3,4}[ -]\d{4}(?![\w-])/g],
  ['phone', /(?<![\w.-])00[1-9]\d{0,2}[ -][\d ().-]{5,16}\d(?!\w)/g],
  ['phone', /(?<![\w.-])(?:0\d{1,3}|\d{3})\.\d{3,4}\.\d{4}(?![\w-])/g],
  // In pairs, as in France and Belgium.
  ['phone', /(?<![\w.-])0\d{1,3}[ ./]\d\d(?:[ .]\d\d){2,3}(?![\w-]|\.\d)/g],
  // A mobile phone in Korea, written without anything between its digits.
  ['phone', /(?<![\w.-])01[016-9]\d{7,8}(?![\w-])/g],
  [
    'ip',
    new RegExp(String.raw`(?<![\w.]|[A-Z][a-z]{2,12}/)(?!127\.|0\.0\.0\.0)(?:${octet}\.){3}${octet}(?![\w]|\.\d)`, 'g'),
  ],
  // In the name of a host, as those who rent out machines and lines give them: with what stands behind it, or `ip-` before it.
  [
    'ip',
    new RegExp(
      String.raw`(?<![\w.]|(?<![a-z\d])\d+-)(?!127-)(?:${octet}-){3}${octet}(?:(?=\.[a-z][a-z\d-]{0,62}\.[a-z])|(?<=(?<![a-z])ip-[\d-]+)(?![\w-]))`,
      'gi',
    ),
  ],
  ['ip', /(?<![\w:.])(?=[\da-f:]*::|(?:[\da-f]+:){7})(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:]|\.\d)/gi, isForeign],
];
