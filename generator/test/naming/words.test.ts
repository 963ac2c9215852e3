import { describe, expect, test } from '@jest/globals';
import {
  camelCase,
  capitalize,
  constantCase,
  kebabCase,
  pascalCase,
  sentenceCase,
  snakeCase,
  splitWords,
} from '../../src/naming/words.js';

describe('splitWords', () => {
  test.each([
    ['listBlockLists', ['list', 'Block', 'Lists']],
    ['CheckSNS', ['Check', 'SNS']],
    ['GetOG', ['Get', 'OG']],
    ['CreateImportURL', ['Create', 'Import', 'URL']],
    ['ListImportV2Tasks', ['List', 'Import', 'V2', 'Tasks']],
    ['HTTPServer', ['HTTP', 'Server']],
    ['GET_APP', ['get', 'app']],
    ['SNS', ['SNS']],
    ['s3Bucket', ['s3', 'Bucket']],
    ['k8s.io/v1alpha1 1st base64Url', ['k8s', 'io', 'v1alpha1', '1st', 'base64', 'Url']],
    ['com.example/user-name v2', ['com', 'example', 'user', 'name', 'v2']],
    ['größe ändern', ['größe', 'ändern']],
    ['用户 名', ['用户', '名']],
    ['🚀', []],
    ['', []],
  ])('%j', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });
});

describe('cases', () => {
  test.each([
    ['camelCase', camelCase, 'CheckSNS', 'checkSNS'],
    ['camelCase', camelCase, 'GetOG', 'getOG'],
    ['camelCase', camelCase, 'CreateImportURL', 'createImportURL'],
    ['camelCase', camelCase, 'URL', 'url'],
    ['camelCase', camelCase, 'user_name', 'userName'],
    ['pascalCase', pascalCase, 'user_name', 'UserName'],
    ['pascalCase', pascalCase, 'APIError', 'APIError'],
    ['snakeCase', snakeCase, 'ListImportV2Tasks', 'list_import_v2_tasks'],
    ['snakeCase', snakeCase, 'CheckSNS', 'check_sns'],
    ['kebabCase', kebabCase, 'Block lists', 'block-lists'],
    ['constantCase', constantCase, 'getApp', 'GET_APP'],
    ['sentenceCase', sentenceCase, 'createImportURL', 'Create import URL'],
    ['capitalize', capitalize, 'über', 'Über'],
  ])('%s %#', (_name, change, text, expected) => {
    expect(change(text)).toBe(expected);
  });
});
