import { expect, test } from 'vitest';
import { readContent } from '#shared/platforms/kore/read-templates.ts';
import type { JsonObject } from '#shared/text/json.ts';

const read = (payload: JsonObject) => readContent(JSON.stringify({ type: 'template', payload }));

test.each(['piechart', 'pie chart'])('a %s is a table of its parts, as they are to be shown', (template_type) => {
  const elements = [
    { title: 'Rent', value: 50, displayValue: '50 %' },
    { title: 'Food', value: 30 },
  ];
  expect(read({ template_type, pie_type: 'donut', text: 'Spending', elements })).toEqual([
    {
      kind: 'table',
      text: 'Spending',
      columns: ['Part', 'Value'],
      rows: [
        ['Rent', '50 %'],
        ['Food', '30'],
      ],
    },
  ]);
});

test.each(['linechart', 'barchart'])('a %s is a table with a column for each place on its axis', (template_type) => {
  const elements = [
    { title: 'In', values: ['10', '20'], displayValues: ['€10', '€20'] },
    { title: 'Out', values: ['5', '6'] },
  ];
  expect(read({ template_type, text: 'Account', X_axis: ['May', 'June'], elements })).toEqual([
    {
      kind: 'table',
      text: 'Account',
      columns: ['', 'May', 'June'],
      rows: [
        ['In', '€10', '€20'],
        ['Out', '5', '6'],
      ],
    },
  ]);
});

test('a custom table shows the words of its cells, also of those that are buttons', () => {
  const columns = [['Name', 'left'], ['Action']];
  const elements = [
    {
      Values: [
        ['Meadow', 'text'],
        ['Order', 'button', { type: 'postback', payload: 'order' }],
      ],
    },
  ];
  expect(read({ template_type: 'custom_table', columns, elements })).toEqual([
    { kind: 'table', columns: ['Name', 'Action'], rows: [['Meadow', 'Order']] },
  ]);
});

test('a mini table is a table for each of its elements', () => {
  const elements = [
    { primary: [['Date', 'left'], ['Sum']], additional: [['1 May', '€5'], ['2 May']] },
    { primary: [['Other']], additional: [] },
  ];
  expect(read({ template_type: 'mini_table', elements })).toEqual([
    { kind: 'table', columns: ['Date', 'Sum'], rows: [['1 May', '€5'], ['2 May']] },
    { kind: 'table', columns: ['Other'], rows: [] },
  ]);
});

test('a drop-down offers its elements, and what is chosen goes as its value', () => {
  const elements = [{ title: 'Dutch', value: 'nl' }];
  expect(read({ template_type: 'dropdown_template', heading: 'Language?', elements })).toEqual([
    { kind: 'quick-replies', text: 'Language?', replies: [{ title: 'Dutch', payload: 'nl' }] },
  ]);
});

test.each(['piechart', 'barchart', 'mini_table', 'table', 'SYSTEM', 'feedbackTemplate'])(
  'a %s that holds nothing to draw is shown as labelled JSON',
  (template_type) => {
    expect(read({ template_type })).toMatchObject([{ kind: 'unknown', label: `Template ${template_type}` }]);
  },
);
