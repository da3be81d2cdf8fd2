import { Button, Menu } from '@mantine/core';
import { useText } from '../../shared/text/use-text.ts';
import type { Column } from './columns.ts';
import { saveCsv, saveXlsx } from './export-files.ts';

interface ExportMenuProps<Row> {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

export function ExportMenu<Row>({ name, columns, rows }: ExportMenuProps<Row>) {
  const text = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs">
          {text('ui.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => saveCsv(name, columns, rows)}>{text('ui.exportCsv')}</Menu.Item>
        <Menu.Item onClick={() => void saveXlsx(name, columns, rows)}>{text('ui.exportXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
