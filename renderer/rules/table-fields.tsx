import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import fields from '#renderer/kit/fields.module.css';
import { TextField } from '#renderer/kit/fields.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Content } from '#shared/exchange/message.ts';
import { withOptional } from './with-optional.ts';
import styles from './rule-fields.module.css';

type Table = Extract<Content, { kind: 'table' }>;
type TableFieldsProps = { readonly content: Table; readonly onChange: (content: Table) => void };

/** A table is written as it looks: every cell is a field. */
export const TableFields = ({ content, onChange }: TableFieldsProps) => {
  const { contents: words } = useWords();
  const { columns, rows } = content;
  const write = (row: number, column: number, text: string) =>
    onChange({ ...content, rows: rows.with(row, padded(rows[row] ?? [], columns.length).with(column, text)) });
  return (
    <>
      <TextField
        label={words.text}
        value={content.text ?? ''}
        onChange={(text) => onChange(withOptional(content, 'text', text))}
      />
      <div className={styles.tableFrame}>
        <table className={styles.table} aria-label={words.table}>
          <thead>
            <tr>
              {columns.map((title, column) => (
                <th key={column} scope="col">
                  <Cell
                    label={words.column(column + 1)}
                    value={title}
                    onChange={(text) => onChange({ ...content, columns: columns.with(column, text) })}
                  />
                  <IconButton
                    label={words.removeColumn(column + 1)}
                    icon={<X size={12} aria-hidden />}
                    onClick={() =>
                      onChange({
                        ...content,
                        columns: columns.toSpliced(column, 1),
                        rows: rows.map((cells) => cells.toSpliced(column, 1)),
                      })
                    }
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {columns.map((_, column) => (
                  <td key={column}>
                    <Cell
                      label={words.cell(row + 1, column + 1)}
                      value={cells[column] ?? ''}
                      onChange={(text) => write(row, column, text)}
                    />
                    {column === columns.length - 1 && (
                      <IconButton
                        label={words.removeRow(row + 1)}
                        icon={<X size={12} aria-hidden />}
                        onClick={() => onChange({ ...content, rows: rows.toSpliced(row, 1) })}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.line}>
        <Button
          look="quiet"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange({ ...content, rows: [...rows, columns.map(() => '')] })}
        >
          {words.addRow}
        </Button>
        <Button
          look="quiet"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange({ ...content, columns: [...columns, ''], rows: rows.map((cells) => [...cells, '']) })}
        >
          {words.addColumn}
        </Button>
      </div>
    </>
  );
};

/** A row may have fewer cells than there are columns. */
const padded = (cells: readonly string[], length: number): readonly string[] =>
  Array.from({ length: Math.max(length, cells.length) }, (_, place) => cells[place] ?? '');

type CellProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

const Cell = ({ label, value, onChange }: CellProps) => (
  <input
    type="text"
    aria-label={label}
    autoComplete="off"
    className={fields.input}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
