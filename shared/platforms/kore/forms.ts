import type { Content, FormField, Utterance } from '#shared/exchange/message.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/text/json.ts';

type Form = Extract<Content, { readonly kind: 'form' }>;
type FilledIn = Extract<Utterance, { readonly kind: 'form' }>;

/** Our fields as the vendor's component types; the types are known from recorded answers, what they hold is partly assumed. */
const componentTypes = {
  text: 'textField',
  'long-text': 'textArea',
  number: 'number',
  email: 'email',
  phone: 'phoneNumber',
  date: 'date',
  choice: 'dropdown',
  'yes-no': 'toggle',
} as const satisfies Readonly<Record<FormField['type'], string>>;

/** The vendor's component types that ask for something, as our fields; those that are not here only show something. */
const fieldTypes: ReadonlyMap<string, FormField['type']> = new Map([
  ...Object.entries(componentTypes).map(([field, component]) => [component, field as FormField['type']] as const),
  ['radio', 'choice'],
  ['checkbox', 'yes-no'],
  ['address', 'long-text'],
  ['url', 'text'],
  ['rangeSlider', 'number'],
  ['password', 'text'],
]);

/** The id of the button in the forms of the emulated platform. */
export const submitId = 'submit';

const component = (id: string, type: string, metaData: JsonObject): JsonObject => ({
  _id: id,
  refId: id,
  name: id,
  type,
  metaData: { name: id, type, isVisible: true, ...metaData },
});

const fieldComponent = ({ id, label, type, isRequired, options }: FormField): JsonObject =>
  component(id, componentTypes[type], {
    displayName: label,
    required: isRequired,
    ...(options === undefined ? {} : { values: options.map(({ title, value }) => ({ displayName: title, value })) }),
  });

/** The `form` of an answer. */
export const formJson = ({ formId, title, fields, submit }: Form): JsonObject => ({
  formDef: {
    _id: formId,
    name: title,
    components: [...fields.map(fieldComponent), component(submitId, 'button', { displayName: submit })],
  },
  formInitialization: { valueMap: {} },
});

const textAt = (object: JsonObject, ...names: readonly string[]): string => {
  const found = names.map((name) => object[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : '';
};

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((each: Json) => isJsonObject(each)) : [];

/** The components of a form, those inside sections too, to a depth that no form of a person has. */
const componentsIn = (holder: JsonObject, depth = 0): readonly JsonObject[] =>
  depth > 10 ? [] : objectsIn(holder['components']).flatMap((each) => [each, ...componentsIn(each, depth + 1)]);

const metaOf = (each: JsonObject): JsonObject => (isJsonObject(each['metaData']) ? each['metaData'] : {});

const optionsOf = (values: Json | undefined): Pick<FormField, 'options'> => {
  if (!Array.isArray(values)) return {};
  const options = values.flatMap((each: Json) => {
    if (typeof each === 'string') return [{ title: each, value: each }];
    if (!isJsonObject(each)) return [];
    const value = textAt(each, 'value', 'id', 'displayName');
    return [{ title: textAt(each, 'displayName', 'label', 'title') || value, value }];
  });
  return { options };
};

const fieldOf = (each: JsonObject): readonly FormField[] => {
  const type = fieldTypes.get(textAt(each, 'type'));
  const id = textAt(each, '_id', 'refId', 'name');
  if (type === undefined || id === '') return [];
  const meta = metaOf(each);
  const label = textAt(meta, 'displayName', 'name') || textAt(each, 'name') || id;
  const isRequired = meta['required'] === true;
  return [{ id, label, type, isRequired, ...(type === 'choice' ? optionsOf(meta['values']) : {}) }];
};

/** The form that an answer offers, and the id of its button; null where there are no components to show. */
export const readForm = (form: Json): { readonly content: Form; readonly buttonId: string } | null => {
  const formDef = isJsonObject(form) && isJsonObject(form['formDef']) ? form['formDef'] : {};
  const components = componentsIn(formDef);
  const fields = components.flatMap(fieldOf);
  if (fields.length === 0) return null;
  const button = components.find((each) => each['type'] === 'button') ?? {};
  const submit = textAt(metaOf(button), 'displayName', 'name') || 'Submit';
  const formId = textAt(formDef, '_id', 'refId', 'name');
  return {
    content: { kind: 'form', formId, title: textAt(formDef, 'displayName', 'name'), fields, submit },
    buttonId: textAt(button, '_id', 'refId', 'name') || submitId,
  };
};

/** What V2 carries of a form that was filled in: each input by its component, then the button. */
export const formDataOf = ({ formId, values, title }: FilledIn, buttonId: string): JsonObject => ({
  formId,
  data: [
    ...Object.entries(values).map(([componentId, input]) => ({ componentId, input })),
    { componentId: buttonId, input: title },
  ],
  meta: {},
});

const plainInput = (input: Json | undefined): string =>
  typeof input === 'string' ? input : input === undefined || input === null ? '' : JSON.stringify(input);

/** A form that was filled in, or null where this is none. The last input is the button's, as the docs write it. */
export const readFormData = (val: Json): FilledIn | null => {
  if (!isJsonObject(val) || typeof val['formId'] !== 'string' || !Array.isArray(val['data'])) return null;
  const inputs = objectsIn(val['data']).map(
    (each) => [textAt(each, 'componentId'), plainInput(each['input'])] as const,
  );
  const last = inputs.at(-1);
  const isButton = last !== undefined && (last[0] === submitId || /^submit$/i.test(last[1]));
  const values = Object.fromEntries(isButton ? inputs.slice(0, -1) : inputs);
  return { kind: 'form', formId: val['formId'], title: isButton ? last[1] : 'Form sent', values };
};
